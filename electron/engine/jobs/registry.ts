import type { JobName, Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobFunction } from './context.ts';

type Loaders = { readonly [M in JobName]: () => Promise<JobFunction<Parsed<M>, Output<M>>> };

/** Where each job's function is; loaded in the worker, so that the engine's own thread stays light. */
const loaders: Loaders = {
  'ingest.run': async () => (await import('../ingest/import-job.ts')).importJob,
  'ingest.undo': async () => (await import('../ingest/undo/undo-job.ts')).undoJob,
  'ingest.examine': async () => (await import('../ingest/examine/examine-job.ts')).examineJob,
  'sample.import': async () => (await import('../sample/sample-job.ts')).sampleJob,
  'train.start': async () => (await import('../train/train-job.ts')).trainJob,
  'train.estimate': async () => (await import('../train/estimate-job.ts')).estimateJob,
  'train.compare': async () => (await import('../train/compare/compare-job.ts')).compareJob,
  'train.search': async () => (await import('../train/search/search-job.ts')).searchJob,
  'train.evaluate': async () => (await import('../train/evaluate/evaluate-job.ts')).evaluateJob,
  'finetune.start': async () => (await import('../train/finetune/finetune-job.ts')).finetuneJob,
  'finetune.score': async () => (await import('../train/finetune/scorer/score-job.ts')).scoreJob,
  'text.train': async () => (await import('../train/text/train-text-job.ts')).trainTextJob,
  'text.rate': async () => (await import('../train/text/rate-job.ts')).rateJob,
  'text.survey': async () => (await import('../train/text/survey-job.ts')).surveyJob,
  'text.estimate': async () => (await import('../train/text/estimate-text-job.ts')).estimateTextJob,
  'text.classify': async () => (await import('../train/text/classify-job.ts')).classifyJob,
  'text.profile': async () => (await import('../profile/text/text-profile-job.ts')).textProfileJob,
  'model.load': async () => (await import('../train/hugging-face/load-job.ts')).loadModelJob,
  'model.save': async () => (await import('../train/hugging-face/save-job.ts')).saveModelJob,
  'profile.compute': async () => (await import('../profile/profile-job.ts')).profileJob,
  'map.compute': async () => (await import('../map/map-job.ts')).mapJob,
  'explain.text': async () => (await import('../explain/text/explain-text-job.ts')).explainTextJob,
  'explain.attention': async () => (await import('../explain/attention-job.ts')).attentionJob,
};

/** Loads a job's function with its input already validated. */
export function loadJob<M extends JobName>(name: M): Promise<JobFunction<Parsed<M>, Output<M>>> {
  return loaders[name]();
}
