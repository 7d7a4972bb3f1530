import { app } from './app/index.ts';
import { attention } from './attention.ts';
import { backends } from './backends.ts';
import { brief } from './brief.ts';
import { customers } from './customers.ts';
import { data } from './data/index.ts';
import { explore } from './explore.ts';
import { facets } from './facets.ts';
import { finetune } from './finetune.ts';
import { home } from './home.ts';
import { jobs } from './jobs.ts';
import { map } from './map.ts';
import { model } from './model/index.ts';
import { predictions } from './predictions/index.ts';
import { rules } from './rules.ts';
import { runs } from './runs.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';
import { training } from './training.ts';
import { traits } from './traits.ts';
import { users } from './users/index.ts';
import { workspaces } from './workspaces.ts';

export const en = {
  app,
  attention,
  backends,
  brief,
  customers,
  data,
  explore,
  facets,
  finetune,
  home,
  jobs,
  map,
  model,
  predictions,
  rules,
  runs,
  segments,
  settings,
  shortcuts,
  terms,
  texts,
  training,
  traits,
  users,
  workspaces,
};
