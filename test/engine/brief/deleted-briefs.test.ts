import { expect, it } from 'vitest';
import { insertBrief } from '../../../electron/engine/store/briefs/briefs.ts';
import { emptyBrief } from '../../support/empty-brief.ts';
import { testEngine } from '../../support/engine.ts';

it('a deleted brief is restored until the workspace is closed, and no other takes its number', async () => {
  const { client, engine, home } = testEngine();
  const path = `${home}/shop.portrait`;
  await client.call('workspace.create', { path });
  const add = () => insertBrief(engine.workspace().db, emptyBrief);
  const listed = async () => (await client.call('brief.list', {})).briefs.map(({ brief }) => brief);
  add();
  const brief = add();
  await client.call('brief.delete', { brief });
  expect([await listed(), (await client.call('brief.get', {})).brief?.brief]).toEqual([['brief-1'], 'brief-1']);
  await expect(client.call('brief.get', { brief })).rejects.toMatchObject({ code: 'BRIEF_NOT_FOUND' });
  await expect(client.call('brief.delete', { brief })).rejects.toMatchObject({ code: 'BRIEF_NOT_FOUND' });
  expect(add()).toBe('brief-3');
  await client.call('brief.restore', { brief });
  expect(await listed()).toEqual(['brief-3', 'brief-2', 'brief-1']);

  await client.call('brief.delete', { brief });
  await client.call('workspace.close', {});
  await client.call('workspace.open', { path });
  await expect(client.call('brief.restore', { brief })).rejects.toMatchObject({ code: 'BRIEF_NOT_FOUND' });
  expect(engine.workspace().db.prepare('SELECT count(*) FROM briefs').pluck().get()).toBe(2);
});
