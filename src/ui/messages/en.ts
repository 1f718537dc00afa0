/** Words for one field of a model, where a language has better ones than the model's own. */
export interface FieldWords {
  readonly label: string;
  readonly help: string;
}

const fields: Readonly<Record<string, FieldWords>> = {};

export const en = {
  tagline: 'Recommendations that never leave your device',
  skip: 'Skip to the content',
  dismiss: 'Dismiss',
  remove: 'Remove',
  cancel: 'Cancel',
  none: 'none',
  unknown: 'unknown',
  language: 'Language',
  rooms: {
    label: 'Rooms',
    data: 'Data',
    train: 'Train',
    compare: 'Compare',
    you: 'For you',
    map: 'Map',
  },

  device: {
    starting: 'Starting the engine…',
    computesOn: 'Computes on',
    kinds: {
      webgpu: 'your graphics processor, through WebGPU',
      wasm: 'your processor, through WebAssembly SIMD',
      cpu: 'your processor, in plain JavaScript',
    },
    skipped: 'Why not something faster',
    nothingSkipped: 'Nothing faster was passed over.',
    forced: 'Chosen by ?backend= in the address.',
  },

  promise: {
    title: 'Nothing leaves this device',
    body: 'Your file is read, the models are trained and the recommendations are made in this tab. What is kept is kept in this browser only, and your browser may clear it: export a backup of what you would miss.',
    verifyTitle: 'See for yourself',
    verify: [
      'Open the developer tools of your browser, choose Network, and use the app: after it has loaded there are no requests.',
      'Or load the page, go offline, and carry on: importing, training and recommending still work.',
      'The page is served with a policy (Content-Security-Policy) that forbids it to connect anywhere else.',
    ],
  },

  errors: {
    titles: {
      InputError: 'This file could not be read',
      ConfigError: 'One of the settings does not fit',
      NotFoundError: 'There is no such thing here',
      DivergenceError: 'The training came apart',
      CheckpointError: 'This is not a checkpoint we can read',
      DeviceError: 'The device gave up',
      StorageError: 'The browser would not store this',
      BusyError: 'One thing at a time',
    },
    remedies: {
      InputError: 'Nothing that was stored has changed. Check the columns, or try another file.',
      ConfigError: 'The setting is marked in the form.',
      NotFoundError: 'Choose one from the list.',
      DivergenceError:
        'Lower the learning rate, to a third say, and train again. The best epoch so far is kept.',
      CheckpointError: 'Choose a file that was exported from here.',
      DeviceError:
        'Reload the page; add ?backend=wasm or ?backend=cpu to its address to compute without the graphics processor. Training resumes from its last checkpoint.',
      StorageError: 'Export a backup, then remove data or runs you no longer need.',
      BusyError: 'Wait for the training or the import under way, or stop it.',
    },
    title: 'Something went wrong',
    remedy: 'Try again; if it stays, reload the page. What was stored is safe.',
  },

  welcome: {
    title: ['Your ratings.', 'Your device.', 'Your recommender.'],
    lead: 'Drop in a file of ratings. Real models train on your own graphics processor, are tested honestly, and recommend, while nothing leaves this device.',
    demo: 'Try the demo',
    demoNote: 'Real films and books, invented ratings. Nothing to download.',
    steps: [
      {
        title: 'Drop in ratings',
        text: 'MovieLens, or any CSV with a user and an item column. We guess the columns; you confirm.',
      },
      {
        title: 'Train and see',
        text: 'Six models, from popularity to attention, with live curves and an honest test.',
      },
      {
        title: 'Get recommendations',
        text: 'For anyone in the data, and for you: rate a few titles and they follow at once.',
      },
    ],
  },

  drop: {
    title: 'Drop your ratings here',
    action: 'or choose files',
    hint: 'CSV, TSV, .dat, u.data. Add movies.csv for titles.',
    anywhere: 'Drop anywhere',
  },

  preview: {
    title: 'Is this how to read it?',
    lead: 'We looked at the first rows. Correct what is wrong, then import.',
    kind: 'This file holds',
    kinds: {
      interactions: 'Ratings or interactions',
      items: 'Titles of items',
      unknown: 'Leave it out',
    },
    delimiter: 'Columns are separated by',
    delimiters: { ',': 'comma', ';': 'semicolon', '|': 'bar', '::': 'two colons', '\t': 'tab' },
    header: 'The first row names the columns',
    column: (n: string) => `Column ${n}`,
    roleOf: (column: string) => `What ${column} holds`,
    roles: {
      user: 'User',
      item: 'Item',
      value: 'Rating',
      time: 'Time',
      title: 'Title',
      year: 'Year',
      genres: 'Genres',
    },
    noRole: 'not used',
    confirm: 'Import',
    reading: (file: string) => `Reading ${file}`,
    rows: (n: string) => `${n} rows so far`,
    making: 'Inventing a community…',
  },

  report: {
    title: 'How the file was read',
    clean: (rows: string) => `All ${rows} rows were read, none had a problem.`,
    kept: (kept: string, rows: string) => `${kept} interactions kept from ${rows} rows.`,
    kinds: {
      'too-few-columns': 'too few columns',
      'no-user': 'no user',
      'no-item': 'no item',
      'bad-rating': 'rating is not a number',
      'bad-time': 'time unreadable, row kept',
      duplicate: 'same user and item again, the later stands',
      'stray-quote': 'stray quote',
    },
    first: (n: string) => `The first ${n} lines`,
    file: 'File',
    line: 'Line',
    why: 'Problem',
    text: 'Text',
  },

  data: {
    dataset: 'Data set',
    demoNote: 'A demo: the titles are real, the people and their ratings are invented.',
    users: 'Users',
    items: 'Items',
    interactions: 'Interactions',
    density: 'Of the matrix filled',
    median: 'Median history',
    imported: (date: string) => `Imported ${date}`,
    period: (from: string, to: string) => `${from} to ${to}`,
    next: 'Train a model on it',
    ratings: 'Ratings',
    ratingsAlt: 'How many interactions have each rating',
    activity: 'Activity by month',
    activityAlt: 'Interactions in each month',
    noTimes: 'This file has no times.',
    tail: 'The long tail',
    tailText: (share: string) =>
      `${share} of all interactions are with the most chosen tenth of the items.`,
    head: 'Top tenth',
    rest: 'All others',
    popular: 'Most chosen',
    add: 'Add another data set',
    useDemo: 'Use the demo',
    removeTitle: (name: string) => `Remove ${name}`,
  },

  storage: {
    title: 'What this browser keeps',
    used: (used: string, quota: string) => `${used} used of ${quota}`,
    export: 'Export a backup',
    import: 'Restore a backup',
    deleteAll: 'Delete everything',
    deleteAsk:
      'This deletes all data, models, runs and opinions from this browser. It cannot be undone.',
    deleteConfirm: 'Yes, delete everything',
  },

  train: {
    title: 'Train',
    needData: 'There are no data to learn from yet.',
    toData: 'Bring in data',
    model: 'Model',
    families: { classical: 'Classical', factorization: 'Factorization', sequence: 'Sequence' },
    source: 'Source',
    needs: {
      timestamps: 'Needs times, which these data lack.',
      ratings: 'Needs ratings, which these data lack.',
      itemFeatures: 'Needs features of items.',
      userFeatures: 'Needs features of users.',
      itemGraph: 'Needs a graph of items.',
    },
    settings: 'Settings',
    noSettings: 'Nothing to set: this model has no fields.',
    protocol: 'Evaluation',
    split: 'Split',
    splits: {
      auto: 'Automatic',
      temporal: 'By time',
      'leave-one-out': 'Leave one out',
      random: 'Random',
    },
    splitHelp: {
      auto: 'By time where enough users have a past at the cut, else leave one out, else random.',
      temporal: 'Learn from the past, test on what came after. The most honest.',
      'leave-one-out': 'The last interaction of every user is the test.',
      random: 'A tenth of every user’s interactions, at random, is the test.',
    },
    seed: 'Seed',
    minValue: 'Lowest rating',
    minValueHelp: 'Lower ones are left out. Empty keeps all.',
    range: (min: string, max: string) => `${min} to ${max}`,
    start: 'Train',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop',
    see: 'See recommendations',
    states: {
      idle: 'Ready',
      training: 'Training',
      paused: 'Paused',
      done: 'Done',
      stopped: 'Stopped',
      failed: 'Failed',
    },
    phases: {
      preparing: 'Preparing the data',
      fitting: 'Learning',
      validating: 'Validating',
      testing: 'Testing',
      refitting: 'Learning again from all data',
      saving: 'Saving',
    },
    idle: 'Choose a model and press Train. The curves appear here as it learns.',
    interrupted:
      'This training was cut off. It can go on from its last checkpoint as if it had not stopped.',
    toRun: 'Go to the training',
    epochOf: (epoch: string, epochs: string) => `Epoch ${epoch} of ${epochs}`,
    epochsDone: (epochs: string) => `${epochs} epochs`,
    elapsed: 'Elapsed',
    eta: 'Left, at most',
    speed: 'Interactions / s',
    loss: 'Loss',
    announce: (epoch: string, ndcg: string) => `Epoch ${epoch} done, validation NDCG@10 ${ndcg}`,
    curve: 'Learning curve',
    validation: 'Validation NDCG@10',
    best: 'best epoch',
    table: 'Epoch by epoch',
    epoch: 'Epoch',
    seconds: 'Seconds',
  },

  score: {
    title: 'How good is it?',
    lead: (users: string, split: string) =>
      `On the test of ${users} users; split: ${split}. Every item competes, less those already seen.`,
    model: 'Model',
    interval: '95 % interval',
    chosen: 'your model',
    waiting: 'Simple baselines join when they are ready.',
    notes: {
      'device-replaced':
        'The device was lost on the way: training went on from its last checkpoint on another.',
      'serves-from-train':
        'Stopped before it could learn again from all data: what serves has seen the training part alone.',
      'item-knn-for-ease':
        'ItemKNN stands in for EASE, which would take too long or too much memory for so many items.',
    },
    better: (delta: string, low: string, high: string, baseline: string) =>
      `Better than ${baseline}, the best simple baseline, by ${delta} NDCG@10 [${low}, ${high}].`,
    unclear: (delta: string, low: string, high: string, baseline: string) =>
      `Not clearly better than ${baseline}, the best simple baseline: the difference of ${delta} [${low}, ${high}] may be chance.`,
    worse: (delta: string, low: string, high: string, baseline: string) =>
      `Worse than ${baseline}, a simple baseline: NDCG@10 differs by ${delta} [${low}, ${high}]. Use that one, or try other settings.`,
    reads: (n: string) =>
      `Test part of this split read so far: ${n}. The more often it is read, the less it proves.`,
  },

  metrics: {
    ndcg: 'NDCG',
    hr: 'Hit rate',
    recall: 'Recall',
    precision: 'Precision',
    mrr: 'MRR',
    map: 'MAP',
    coverage: 'Coverage',
    gini: 'Gini',
    novelty: 'Novelty',
  },

  compare: {
    title: 'Compare',
    lead: 'Every run on these data, on the same terms. Runs of different splits or seeds are different exams.',
    empty: 'There are no runs to compare yet.',
    toTrain: 'Train a model',
    cutoff: 'List length',
    run: 'Run',
    state: 'State',
    split: 'Split',
    seed: 'Seed',
    minValue: 'Lowest rating',
    all: 'all',
    reads: 'Test reads',
    date: 'Date',
    sortBy: (column: string) => `Sort by ${column}`,
    removeRun: (run: string) => `Remove the run ${run}`,
    curves: 'Validation NDCG@10 by epoch',
  },

  you: {
    title: 'For you',
    need: 'Recommendations come from a trained model, and there is none for these data yet.',
    toTrain: 'Train a model',
    recommender: 'Recommender',
    refitted: (model: string, epochs: string) =>
      `${model}, with the settings that were tested, was fitted again on all data, for ${epochs} epochs. That one serves here.`,
    notRefitted: (model: string, epochs: string) =>
      `${model}, stopped after its best epoch, number ${epochs}, serves here. It has seen the training part of the data alone.`,
    you: 'You',
    youText: 'Search titles and rate them',
    someone: 'Someone in the data',
    someoneText: 'Type a user id',
    searchLabel: 'Search titles to rate',
    searchHint: 'e.g. a film you love',
    userHint: 'User id',
    start: 'Do you know these?',
    found: 'Found',
    nothing: 'No title matches all these words.',
    forYou: 'Recommended for you',
    forUser: (user: string) => `Recommended for user ${user}`,
    newcomer: 'Rate or like a few titles, and these become yours.',
    nothingLeft: 'There is nothing left to recommend.',
    history: (user: string) => `What ${user} chose`,
    opinions: 'What you said',
    noOpinions: 'Nothing yet.',
    rate: (stars: string) => `Rate ${stars} of 5`,
    like: 'Like',
    dislike: 'Dislike',
    hide: 'Never show',
    takeBack: 'Take back',
    said: { rate: 'rated', like: 'liked', dislike: 'disliked', click: 'looked at', hide: 'hidden' },
    score: 'Score',
  },

  map: {
    title: 'Map',
    lead: 'Items that the model finds alike lie close together. The larger a dot, the more often chosen.',
    none: 'This model keeps no vector for each item, so there is nothing to map. Factorization and sequence models do.',
    search: 'Find on the map',
    list: 'The same as a list',
    near: 'Nearest',
    item: 'Item',
    count: 'Chosen',
  },

  models: {} as Readonly<Record<string, string>>,
  fields,
};
