import { app } from './app.ts';
import { backends } from './backends.ts';
import { cleaning } from './cleaning.ts';
import { compare } from './compare.ts';
import { data } from './data.ts';
import { describe } from './describe.ts';
import { doctor } from './doctor.ts';
import { flow } from './flow.ts';
import { head } from './head.ts';
import { importing } from './import.ts';
import { jobs } from './jobs.ts';
import { map } from './map.ts';
import { model } from './model.ts';
import { predict } from './predict.ts';
import { reasons } from './reasons.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { runs } from './runs.ts';
import { search } from './search.ts';
import { segments } from './segments.ts';
import { merged, presets, watch } from './sources.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';
import { training } from './training.ts';
import { undo } from './undo.ts';
import { users } from './users.ts';
import { verdict } from './verdict.ts';

export const zh = {
  app,
  backends,
  cleaning,
  compare,
  data,
  describe,
  doctor,
  flow,
  head,
  importing,
  jobs,
  map,
  model,
  merged,
  predict,
  presets,
  reasons,
  report,
  rules,
  runs,
  search,
  segments,
  terms,
  texts,
  training,
  undo,
  users,
  verdict,
  watch,
};
