import type { JobName, Output, Parsed } from '../../shared/contract/index.ts';
import type { JobFunction } from './jobs/context.ts';

type Loaders = { readonly [M in JobName]: () => Promise<JobFunction<Parsed<M>, Output<M>>> };

/** Module of each job's function; loaded in the worker to keep the engine's thread light. */
const loaders: Loaders = {
  'ingest.run': async () => (await import('./ingest/import-job.ts')).importJob,
  'live.import': async () => (await import('./ingest/live/live-import-job.ts')).liveImportJob,
  'ingest.undo': async () => (await import('./ingest/undo/undo-job.ts')).undoJob,
  'ingest.examine': async () => (await import('./ingest/examine/examine-job.ts')).examineJob,
  'sample.import': async () => (await import('./sample/sample-job.ts')).sampleJob,
  'train.start': async () => (await import('./train/train-job.ts')).trainJob,
  'train.estimate': async () => (await import('./train/estimate-job.ts')).estimateJob,
  'train.compare': async () => (await import('./evaluate/compare/compare-job.ts')).compareJob,
  'train.search': async () => (await import('./train/search/search-job.ts')).searchJob,
  'train.evaluate': async () => (await import('./evaluate/evaluate-job.ts')).evaluateJob,
  'prediction.train': async () => (await import('./finetune/finetune-job.ts')).finetuneJob,
  'prediction.score': async () => (await import('./finetune/scorer/score-job.ts')).scoreJob,
  'text.train': async () => (await import('./text/train-text-job.ts')).trainTextJob,
  'text.rate': async () => (await import('./text/rate-job.ts')).rateJob,
  'text.survey': async () => (await import('./text/text-statistics-job.ts')).textStatisticsJob,
  'text.estimate': async () => (await import('./text/estimate-text-job.ts')).estimateTextJob,
  'text.classify': async () => (await import('./text/classify-job.ts')).classifyJob,
  'text.profile': async () => (await import('./profile/text/text-profile-job.ts')).textProfileJob,
  'model.load': async () => (await import('./text/hugging-face/load-job.ts')).loadModelJob,
  'model.save': async () => (await import('./text/hugging-face/save-job.ts')).saveModelJob,
  'profile.compute': async () => (await import('./profile/profile-job.ts')).profileJob,
  'profile.evaluate': async () => (await import('./profile/quality/quality-job.ts')).profileQualityJob,
  'profile.movement': async () => (await import('./profile/movement/movement-job.ts')).movementJob,
  'profile.next': async () => (await import('./profile/next/next-items-job.ts')).nextItemsJob,
  'value.compute': async () => (await import('./value/value-job.ts')).valueJob,
  'map.compute': async () => (await import('./map/map-job.ts')).mapJob,
  'explain.text': async () => (await import('./explain/text/explain-text-job.ts')).explainTextJob,
  'brief.make': async () => (await import('./brief/brief-job.ts')).briefJob,
  'workspace.check': async () => (await import('./maintenance/check-job.ts')).checkJob,
  'workspace.repair': async () => (await import('./maintenance/check-job.ts')).repairJob,
  'workspace.backUp': async () => (await import('./maintenance/backup-job.ts')).backupJob,
  'explain.attention': async () => (await import('./explain/attention-job.ts')).attentionJob,
};

/** Loads a job's function, whose input must already be validated. */
export function loadJob<M extends JobName>(name: M): Promise<JobFunction<Parsed<M>, Output<M>>> {
  return loaders[name]();
}
