import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OpenRequests, workspaceArgument } from '../../electron/desktop/open-requests.ts';

describe('a request to open a workspace', () => {
  it('waits until there is a window, and is then handled at once', () => {
    const requests = new OpenRequests();
    requests.add('/a.portrait');
    requests.add('/b.portrait');
    expect(requests.take()).toBe('/b.portrait');
    expect(requests.take()).toBeNull();
    requests.add('/c.portrait');
    const opened: string[] = [];
    requests.handle((path) => opened.push(path));
    requests.add('/d.portrait');
    expect(opened).toEqual(['/c.portrait', '/d.portrait']);
  });

  it('is read from the command line of a second start, relative to its folder', () => {
    const folder = resolve('/home/a');
    expect(workspaceArgument(['portrait', '--flag', 'shop.portrait/'], folder)).toBe(join(folder, 'shop.portrait'));
    expect(workspaceArgument(['portrait', resolve('/data/b.portrait')], folder)).toBe(resolve('/data/b.portrait'));
    expect(workspaceArgument(['portrait', '--user-data-dir=/x.portrait', 'a.csv'], folder)).toBeNull();
  });
});
