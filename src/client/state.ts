import type {
  AutoChoice,
  BackendName,
  ColdProgress,
  Controls,
  DatasetInfo,
  DatasetSummary,
  Device,
  Explained,
  FilePreview,
  HistoryEntry,
  ImportProgress,
  ItemCard,
  ItemMap,
  ModelInfo,
  Neighbour,
  PublishedFigure,
  Opinion,
  PeopleLikeYou,
  PersonalExport,
  RecommenderInfo,
  RunInfo,
  RunProgress,
  RunState,
  ServedList,
  SplitName,
  StorageInfo,
  TitleReview,
} from '../api';
import type { Choices } from './list-opinions';
import type { Kept } from './offline';

export const rooms = ['data', 'train', 'compare', 'you', 'map'] as const;
export type Room = (typeof rooms)[number];

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** An error as it crossed from the worker. */
export interface Failure {
  readonly name: string;
  readonly message: string;
}

/** What was thrown, as an error of the page. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

/** Files on their way in: looked at, then read. */
export interface Arrival {
  readonly files: readonly File[];
  readonly previews: readonly FilePreview[];
  /** Null until the import was confirmed. */
  readonly progress: ImportProgress | null;
}

/** The list that a person has from elsewhere, until it is theirs here. */
export interface OwnList {
  readonly list: PersonalExport;
  /** The data in which its titles were looked for; null while there are none with titles. */
  readonly dataset: string | null;
  /** One for each entry; null until there is an answer. */
  readonly reviews: readonly TitleReview[] | null;
  readonly choices: Choices;
}

/** Whether a list waits for data that hold its titles. */
export function isListWaiting({ own }: Pick<State, 'own'>): boolean {
  return own !== null && own.dataset === null;
}

/** The training form as it was typed. */
export interface Draft {
  /** Its name, or 'auto'. */
  readonly model: string;
  readonly values: Readonly<Record<string, string>>;
  readonly split: SplitName | 'auto';
  readonly seed: string;
  readonly minValue: string;
  readonly kCore: string;
}

/** The training that the Train room shows. */
export interface Training {
  /** Fresh with every click on Train. */
  readonly id: string;
  readonly state: RunState | 'idle';
  readonly run: RunInfo | null;
  readonly progress: RunProgress | null;
  /** Whether the worker is still at it; baselines may follow a run that is done. */
  readonly busy: boolean;
  /** Whether another tab is at it, which this one follows. */
  readonly elsewhere: boolean;
}

/** Who the For you room recommends to, and what they said. */
export interface Taste {
  readonly who: 'you' | { readonly user: string };
  readonly search: string;
  /** What the search found; null until there is an answer. */
  readonly results: readonly ItemCard[] | null;
  readonly opinions: readonly Opinion[];
  /** The ids of all data of which something was said. */
  readonly spokenOf: readonly string[];
  /** User ids to suggest. */
  readonly users: readonly string[];
  /** Of the chosen user, newest first. */
  readonly history: readonly (ItemCard & HistoryEntry)[];
  /** Null until there is an answer. */
  readonly recommendations: ServedList['items'] | null;
  /** What else there is to say of the list. */
  readonly list: Pick<ServedList, 'id' | 'leftOut' | 'named'> | null;
  /** Null until they have been read. */
  readonly controls: Controls<string> | null;
  /** Genres to choose from. */
  readonly genres: readonly string[];
  /** Of the lots of exploration: another with every visit. */
  readonly seed: number;
  /** The recommendation that is looked at more closely. */
  readonly details: Details | null;
  /** Null until asked for. */
  readonly people: PeopleLikeYou | null;
  readonly onboarding: Onboarding;
  readonly learning: Learning;
}

/** Whether the recommender learns on from what the person says. */
export interface Learning {
  /** Whether it does so by itself. */
  readonly on: boolean;
  /** Whether it is at it now. */
  readonly busy: boolean;
}

/** Why an item is recommended, and what is like it; null until there is an answer. */
export interface Details {
  readonly item: string;
  readonly explained: Explained | null;
  readonly similar: readonly ItemCard[] | null;
}

/** Questions to someone new. */
export interface Onboarding {
  /** Whether they are being asked: not once there is a history, or the person would rather not. */
  readonly state: 'unasked' | 'asking' | 'over';
  /** How many were asked, this one included. */
  readonly asked: number;
  readonly question: ItemCard | null;
  /** What nothing could be said of. */
  readonly unknown: readonly string[];
}

/** A recommender as a map, and what is looked at on it. */
export interface Chart {
  readonly recommender: string;
  readonly map: ItemMap;
  readonly search: string;
  /** What the search found; null until there is an answer. */
  readonly found: readonly ItemCard[] | null;
  readonly chosen: string | null;
  /** Of the chosen item; null until there is an answer. */
  readonly neighbours: readonly Neighbour[] | null;
  /** Of the most chosen items, in the order of `listed`; null until asked for. */
  readonly listed: {
    readonly items: readonly number[];
    readonly near: readonly (readonly Neighbour[])[];
  } | null;
}

/** All that the page knows. */
export interface State {
  readonly language: Language;
  readonly room: Room;
  /** Whether what is stored has been read. */
  readonly ready: boolean;
  readonly forced: BackendName | null;
  readonly device: Device | null;
  readonly error: Failure | null;
  readonly storage: StorageInfo | null;
  /** Whether the browser has promised to keep what is stored; else it may clear it. */
  readonly lasting: boolean;
  readonly models: readonly ModelInfo[];
  readonly published: readonly PublishedFigure[];
  readonly datasets: readonly DatasetInfo[];
  readonly dataset: DatasetInfo | null;
  readonly summary: DatasetSummary | null;
  /** The model that suits the dataset; null until it is known. */
  readonly auto: AutoChoice | null;
  readonly arrival: Arrival | null;
  /** One that waits until a person has said that it may replace everything. */
  readonly backup: File | null;
  readonly own: OwnList | null;
  readonly makingDemo: boolean;
  readonly draft: Draft;
  readonly training: Training;
  readonly runs: readonly RunInfo[];
  /** The run whose model is being measured with few ratings, and how far that is. */
  readonly measuring: ({ readonly run: string } & ColdProgress) | null;
  readonly recommenders: readonly RecommenderInfo[];
  readonly recommender: RecommenderInfo | null;
  readonly taste: Taste;
  readonly chart: Chart | null;
  /** Whether the app itself is kept, to work offline. */
  readonly kept: Kept;
  /** Whether a newer version of the app waits. */
  readonly update: boolean;
}

export const noTraining: Training = {
  id: '',
  state: 'idle',
  run: null,
  progress: null,
  busy: false,
  elsewhere: false,
};

export const noTaste: Taste = {
  who: 'you',
  search: '',
  results: [],
  opinions: [],
  spokenOf: [],
  users: [],
  history: [],
  recommendations: null,
  list: null,
  controls: null,
  genres: [],
  seed: 1,
  details: null,
  people: null,
  onboarding: { state: 'unasked', asked: 0, question: null, unknown: [] },
  learning: { on: false, busy: false },
};

/** What the page knows before it has asked. */
export const initialState: State = {
  language: 'en',
  room: 'data',
  ready: false,
  forced: null,
  device: null,
  error: null,
  storage: null,
  lasting: false,
  models: [],
  published: [],
  datasets: [],
  dataset: null,
  summary: null,
  auto: null,
  arrival: null,
  backup: null,
  own: null,
  makingDemo: false,
  draft: { model: 'auto', values: {}, split: 'auto', seed: '1', minValue: '', kCore: '' },
  training: noTraining,
  runs: [],
  measuring: null,
  recommenders: [],
  recommender: null,
  taste: noTaste,
  chart: null,
  kept: 'no',
  update: false,
};
