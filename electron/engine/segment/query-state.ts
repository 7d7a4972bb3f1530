import type { Measure } from '../../../shared/domain/rule.ts';
import type { Formula } from '../../../shared/domain/traits/formula.ts';
import { printFormula } from '../../../shared/domain/traits/formula-print.ts';
import { Cache, remember } from '../columns/cache.ts';
import { ColumnarEvaluator } from '../columns/columnar-evaluator.ts';
import { Columns } from '../columns/columns.ts';
import { countFeatures } from '../columns/count-features.ts';
import { type ColumnFeatures, columnFeatures } from '../columns/facets/column-features.ts';
import type { FacetFeatures, PredictionFeature, TraitFeature } from '../columns/facets/count-facets.ts';
import { type ClusterFeature, clusterFeature } from '../columns/facets/stored-features.ts';
import { type MapColumns, readMapColumns } from '../columns/map-columns.ts';
import { fitsInMemory, tooManyEvents } from '../columns/memory-limit.ts';
import { type RuleEvaluator, sqliteEvaluator } from '../columns/rule-evaluator.ts';
import type { TraitColumn } from '../columns/traits/trait-column.ts';
import { type ShopFigures, shopFigures } from '../profile/portrait/shop-figures.ts';
import { columnVersion, commitCount } from '../store/columns/column-version.ts';
import { userIds } from '../store/columns/event-rows.ts';
import { eventZone } from '../store/events/event-zone.ts';
import type { FeatureCount } from '../store/events/feature-counts.ts';
import { type Measures, readMeasures } from '../store/events/measures.ts';
import { actionSettings } from '../store/names/action-settings.ts';
import { purchaseActionIds, returnActionIds } from '../store/names/purchase-actions.ts';
import type { Workspace } from '../store/workspace.ts';
import { workspaceZone } from '../store/workspace-settings.ts';
import type { FeatureCounter } from './compare-with-everyone.ts';
import { predictionFeatures } from './prediction-features.ts';
import { ruleIds } from './rule-ids.ts';
import { expandedFormula } from './traits/expanded-formula.ts';
import { traitFeatures } from './traits/trait-features.ts';

/** A columnar copy with the evaluator that reads it. */
interface Columnar {
  readonly columns: Columns;
  readonly evaluator: ColumnarEvaluator;
}

/** Data read from the database, valid until the next commit. */
interface Reads {
  readonly commits: number;
  readonly columnar: Cache<'copy', Columnar | null>;
  readonly maps: Cache<string, MapColumns>;
  readonly clusters: Cache<string, ClusterFeature>;
  readonly predictions: Cache<'all', readonly PredictionFeature[]>;
  readonly traits: Cache<string, TraitColumn>;
  readonly traitFeatures: Cache<'all', readonly TraitFeature[]>;
}

/** Maximum number of users for which a SQL statement is faster than creating a columnar copy. */
const FEW_USERS = 200;
/** Maximum number of cached maps. */
const MAPS = 3;
/** Maximum number of cached traits; each takes up to 8 bytes a user. */
const TRAITS = 20;

/**
 * State that the query thread keeps between queries: a columnar copy until the events change, and the users who match a
 * condition until anything in the database changes.
 */
export class QueryState {
  readonly workspace: Workspace;
  private copy: { readonly version: string; readonly columns: Columns } | null = null;
  private features: { readonly key: string; readonly features: ColumnFeatures } | null = null;
  private everyone: { readonly columns: Columns; readonly counts: FeatureCount[] } | null = null;
  private shop: ShopFigures | null = null;
  private cachedReads: Reads | null = null;
  /** Values of formulas by their text, until the events, the time zone or the kinds of actions change. */
  private formulas: { readonly key: string; readonly columns: Map<string, TraitColumn> } | null = null;

  /** Throws CANCELLED if the result of the current query is of no use any more. */
  readonly checkCancelled: () => void;

  constructor(workspace: Workspace, checkCancelled = () => {}) {
    this.workspace = workspace;
    this.checkCancelled = checkCancelled;
  }

  /** Returns an evaluator of rules on the current state of the database. */
  evaluator(): RuleEvaluator {
    return this.columnar()?.evaluator ?? sqliteEvaluator(this.workspace.db, ruleIds(this.workspace));
  }

  /**
   * Returns the values of a saved trait for all users, ascending by id. Throws RULE_UNKNOWN_NAME, TRAIT_CIRCULAR,
   * TRAIT_IS_TEXT, TRAIT_TOO_LARGE and CANCELLED.
   */
  trait(name: string): TraitColumn {
    return this.reads().traits.get(name);
  }

  mapColumns(map: string): MapColumns {
    return this.reads().maps.get(map);
  }

  /** Returns the columnar copy with its evaluator. Throws TOO_MANY_EVENTS if a copy does not fit into memory. */
  requireColumnar(): Columnar {
    const columnar = this.columnar();
    if (!columnar) throw tooManyEvents();
    return columnar;
  }

  /** Returns the features of users, including the clusters of a map. Throws TOO_MANY_EVENTS. */
  facetFeatures(map: string | null): FacetFeatures {
    const { columns } = this.requireColumnar();
    const { clusters, predictions, traitFeatures: traits } = this.reads();
    return {
      columns: this.columnFeatures(columns),
      cluster: map === null ? null : { map, ...clusters.get(map) },
      predictions: predictions.get('all'),
      traits: traits.get('all'),
    };
  }

  /** Returns the figures with which portraits are compared. Throws TOO_MANY_EVENTS. */
  shopFigures(): ShopFigures {
    const { db } = this.workspace;
    const { columns } = this.requireColumnar();
    const zone = eventZone(db);
    if (this.shop?.columns !== columns || this.shop.zone !== zone) this.shop = shopFigures(db, columns, zone);
    return this.shop;
  }

  /** Returns the measures of users. Does not create a columnar copy for a few users. */
  measuresOf(users: Int32Array): Omit<Measures, 'gross'> {
    const columns = this.columnsFor(users.length);
    return columns ? columns.measuresOf(users) : readMeasures(this.workspace.db, users);
  }

  /** Returns the ids of all users, ascending. */
  userIds(): Int32Array {
    return this.columnar()?.columns.events.users ?? userIds(this.workspace.db);
  }

  /** Returns a measure of users; NaN where it is unknown. */
  measureOf(measure: Measure, users: Int32Array): ArrayLike<number> {
    const columns = this.columnsFor(users.length);
    if (!columns) return readMeasures(this.workspace.db, users)[measure];
    const values = columns.measure(measure);
    const result = new Float64Array(users.length);
    for (let i = 0; i < users.length; i++) result[i] = values[columns.rows.rowOf(users[i]!)] ?? Number.NaN;
    return result;
  }

  /** Returns a counter of features on the columnar copy; an empty object if a copy does not fit into memory. */
  featureCounter(): { counter?: FeatureCounter } {
    const columnar = this.columnar();
    if (!columnar) return {};
    const { columns } = columnar;
    const ofEveryone = () => {
      if (this.everyone?.columns !== columns)
        this.everyone = { columns, counts: countFeatures(columns, columns.everyone()) };
      return this.everyone.counts;
    };
    return { counter: { ofMembers: (members) => countFeatures(columns, columns.maskOf(members)), ofEveryone } };
  }

  /** Returns the columnar copy; does not create one for a few users. Null without one. */
  columnsFor(users: number): Columns | null {
    const columnar = users > FEW_USERS ? this.columnar() : this.reads().columnar.peek('copy');
    return columnar?.columns ?? null;
  }

  private valuesOf(formula: Formula): TraitColumn {
    const { db } = this.workspace;
    const columnar = this.columnar();
    if (!columnar) return this.evaluator().trait(formula);
    const key = `${this.copy?.version} ${eventZone(db).name} ${JSON.stringify([...actionSettings(db)])}`;
    if (this.formulas?.key !== key) this.formulas = { key, columns: new Map() };
    const { columns } = this.formulas;
    const text = printFormula(formula);
    const column = columns.get(text) ?? columnar.evaluator.trait(formula);
    remember(columns, text, column, TRAITS);
    return column;
  }

  private columnar(): Columnar | null {
    return this.reads().columnar.get('copy');
  }

  private columnFeatures(columns: Columns): ColumnFeatures {
    const { db } = this.workspace;
    const key = `${this.copy?.version} ${workspaceZone(db).name}`;
    if (this.features?.key !== key) this.features = { key, features: columnFeatures(db, columns) };
    return this.features.features;
  }

  private reads(): Reads {
    const commits = commitCount(this.workspace.db);
    if (this.cachedReads?.commits !== commits) {
      this.cachedReads = null;
      this.cachedReads = this.newReads(commits);
    }
    return this.cachedReads;
  }

  private newReads(commits: number): Reads {
    const { workspace } = this;
    const { db } = workspace;
    const ids = ruleIds(workspace, () => this.shopFigures().customers());
    const maps = new Cache(MAPS, (map: string) => readMapColumns(db, map));
    return {
      commits,
      columnar: new Cache(1, () => {
        const columns = this.currentCopy();
        const { checkCancelled } = this;
        const options = { ids, maps, checkCancelled };
        return columns && { columns, evaluator: new ColumnarEvaluator(db, columns, options) };
      }),
      maps,
      clusters: new Cache(MAPS, (map: string) => clusterFeature(this.requireColumnar().columns, maps.get(map))),
      predictions: new Cache(1, () => predictionFeatures(workspace, this.requireColumnar().columns)),
      traits: new Cache(TRAITS, (name: string) => this.valuesOf(expandedFormula(db, name))),
      traitFeatures: new Cache(1, () => traitFeatures(this)),
    };
  }

  private currentCopy(): Columns | null {
    const { db } = this.workspace;
    const version = [columnVersion(db), purchaseActionIds(db), returnActionIds(db)].join(' ');
    if (this.copy?.version === version) return this.copy.columns;
    // Release the old copy first, so that there are never two in memory.
    this.copy = null;
    this.features = null;
    this.everyone = null;
    this.shop = null;
    this.formulas = null;
    if (!fitsInMemory(db)) return null;
    const columns = new Columns(db);
    this.copy = { version, columns };
    return columns;
  }
}
