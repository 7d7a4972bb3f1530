import { describe, expect, it } from 'vitest';
import { engineEnvironment } from '../../electron/desktop/environment.ts';
import { externalLink } from '../../electron/desktop/external-link.ts';
import { menuTemplate } from '../../electron/desktop/menu.ts';

describe('an external link', () => {
  it('is opened if it is https', () => {
    expect(externalLink('https://example.com/a?b=c')).toBe('https://example.com/a?b=c');
  });

  it('is not opened if it starts a program, reads a file or disguises its target', () => {
    for (const address of [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://server/share',
      'ms-msdt:/id',
      'portrait://app/',
      'https://example.com@evil.example/',
      'https://user:secret@example.com/',
      'https:',
      'not an address',
      '',
    ]) {
      expect(externalLink(address), address).toBeNull();
    }
  });
});

describe('the engine’s environment', () => {
  it('has the variables that it needs and no secrets of other programs', () => {
    const all = { PATH: '/bin', HOME: '/home/a', PORTRAIT_HOME: '/data', LC_ALL: 'C', TZ: 'UTC' };
    const secrets = { AWS_SECRET_ACCESS_KEY: 'x', GITHUB_TOKEN: 'x', NODE_OPTIONS: '--inspect', LD_PRELOAD: '/x.so' };
    expect(engineEnvironment({ ...all, ...secrets, EMPTY: undefined })).toEqual(all);
  });
});

describe('the menu', () => {
  it('opens a workspace, and has an application menu on macOS', () => {
    let opened = 0;
    const [first, second] = menuTemplate('darwin', () => opened++, false);
    expect(first).toMatchObject({ role: 'appMenu' });
    const items = Array.isArray(second?.submenu) ? second.submenu : [];
    const open = items.find(({ label }) => label === 'Open workspace…');
    expect(open?.accelerator).toBe('CmdOrCtrl+O');
    Reflect.apply(open?.click ?? (() => {}), null, []);
    expect(opened).toBe(1);
    expect(menuTemplate('linux', () => {}, false)[0]).toMatchObject({ label: 'File' });
  });

  it('has developer tools in development only', () => {
    const roles = (isDevelopment: boolean) => JSON.stringify(menuTemplate('linux', () => {}, isDevelopment));
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
  });
});
