import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { kindText, stageText, unitText } from '../../../renderer/components/job-texts.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { isJobName, isMethodName, methods } from '../../../shared/contract/index.ts';
import { Stage, Unit } from '../../../shared/domain/progress.ts';

const kinds = Object.keys(methods).filter((name) => isMethodName(name) && isJobName(name));
const texts = (lng: string) => i18next.getFixedT(lng);

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en }, zh: { translation: zh } } });
});

describe('texts for jobs', () => {
  it.each(['en', 'zh'])('name each kind of job of the contract in %s, each differently', (language) => {
    const t = texts(language);
    const names = kinds.map((kind) => kindText(t, kind));
    expect(names.filter((name) => name === t('jobs.kinds.other'))).toEqual([]);
    expect(new Set(names).size).toBe(kinds.length);
  });

  it('name a stage, or the kind of job if the stage has no name', () => {
    const t = texts('en');
    expect(stageText(t, 'map.compute', 'map.layout')).toBe('Laying out the map');
    expect(stageText(t, 'map.compute', 'other')).toBe('Map');
    expect(stageText(t, 'map.compute', undefined)).toBe('Starting');
  });

  it.each(['en', 'zh'])('name each stage and each unit in %s', (language) => {
    const t = texts(language);
    const stages = Stage.options.map((stage) => stageText(t, 'jobs.unheard', stage));
    expect(stages.filter((text) => text.includes('jobs.stages'))).toEqual([]);
    const units = Unit.options.map((unit) => unitText(t, unit));
    expect(units.filter((text) => text.includes('jobs.units'))).toEqual([]);
    expect(unitText(texts('zh'), 'users')).toBe('位用户');
  });
});
