/** Words for one field of a model, where a language has better ones than the model's own. */
export interface FieldWords {
  readonly label: string;
  readonly help: string;
}

const fields: Readonly<Record<string, FieldWords>> = {};

const epochsOf = (epochs: string): string => (epochs === '1' ? '1 epoch' : `${epochs} epochs`);

export const en = {
  skip: 'Skip to the content',
  dismiss: 'Dismiss',
  remove: 'Remove',
  cancel: 'Cancel',
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
    adapters: {
      'SIMD, 1 thread': 'SIMD, 1 thread',
      'plain JavaScript, slow': 'plain JavaScript, slow',
      'unnamed GPU': 'unnamed GPU',
    },
  },

  promise: {
    title: 'Nothing leaves this device',
    body: 'Your file is read, the models are trained and the recommendations are made in this tab. What is kept is kept in this browser only, and your browser may clear it: export a backup of what you would miss.',
    more: 'What is kept, for how long, and what is not protected',
    verifyTitle: 'See for yourself',
    verify: [
      'Open the developer tools of your browser, choose Network, and use the app: after it has loaded there are no requests.',
      'Or load the page, go offline, and carry on: importing, training and recommending still work.',
      'A policy that stands in the page itself (Content-Security-Policy) forbids it and its engine to connect anywhere else, whoever serves it. Try to: type fetch("https://example.org") into the console, and the browser refuses.',
    ],
  },

  offline: {
    states: {
      no: 'Needs its server at every visit',
      keeping: 'Being kept for use offline…',
      yes: 'Works offline',
    },
    update: 'A newer version of Palate is ready.',
    kept: 'Everything that is stored stays.',
    waits: 'It waits until what is under way has ended.',
    reload: 'Reload',
  },

  errors: {
    titles: {
      InputError: 'This file could not be read',
      DataError: 'These data do not suffice for this',
      ConfigError: 'One of the settings does not fit',
      UnknownIdError: 'This id is not in the data',
      NotFoundError: 'There is no such thing here',
      DivergenceError: 'The training came apart',
      CheckpointError: 'This is not a checkpoint we can read',
      BackupError: 'This is not a backup that can be restored',
      BundleError: 'This model cannot serve visitors of a site',
      DeviceError: 'The device gave up',
      MemoryError: 'There is not enough memory for this',
      StorageError: 'The browser would not store this',
      BusyError: 'One thing at a time',
    },
    remedies: {
      InputError: 'Nothing that was stored has changed. Do as it says above, or try another file.',
      DataError:
        'Nothing that was stored has changed. Bring in more data, or choose what asks for less: another model, another split, or no filters.',
      ConfigError:
        'Nothing was started and nothing has changed. Correct the setting that is marked in the form.',
      UnknownIdError:
        'Everything else is as it was. Ids are written as in the file that was imported: type how one begins, and choose from those that are suggested.',
      NotFoundError:
        'Everything else is as it was. It may have been removed in another tab: reload the page to see what there is, and choose from that.',
      DivergenceError:
        'Lower the learning rate, to a third say, and train again. The best epoch so far is kept.',
      CheckpointError:
        'Nothing that was stored has changed. Choose a file that was exported from here.',
      BackupError:
        'Nothing that was stored has changed. Choose a file as “Export a backup” has saved it.',
      BundleError:
        'No file was made, and nothing that was stored has changed. Choose another recommender.',
      DeviceError:
        'What was stored is safe, the last checkpoint of a training too. Reload the page; add ?backend=wasm or ?backend=cpu to its address to compute without the graphics processor, then resume.',
      MemoryError:
        'What was stored is safe, the last checkpoint of a training too. Close other tabs and reload the page. To import, choose a smaller version of the data, or a part of the files; to train, raise the lowest rating that counts or the fewest interactions (k-core), or choose smaller sizes.',
      StorageError:
        'What was stored before is safe; this alone was not. Export a backup, then remove data or runs you no longer need.',
      BusyError: 'What is under way goes on unharmed. Wait for it, or stop it, and try again.',
    },
    title: 'Something went wrong',
    remedy: 'Try again; if it stays, reload the page. What was stored is safe.',
  },

  welcome: {
    title: ['Your ratings.', 'Your device.', 'Your recommender.'],
    lead: 'Drop in a file of ratings. Real models train on your own device, with its graphics processor where the browser offers it, are tested honestly, and recommend, while nothing leaves it.',
    demo: 'Try the demo',
    demoNote: 'Real films and books, invented ratings. Nothing to download.',
    steps: [
      {
        title: 'Drop in ratings',
        text: 'MovieLens as downloaded, or any table with a user and an item column. We guess the columns; you confirm.',
      },
      {
        title: 'Train and see',
        text: 'Over thirty models, from popularity to graphs and attention, with live curves and an honest test.',
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
    hint: 'A MovieLens zip as downloaded, CSV, JSON, Parquet or .gz, several together. Or your own list from Letterboxd, Goodreads, IMDb or Netflix.',
    anywhere: 'Drop anywhere',
  },

  preview: {
    title: 'Is this how to read it?',
    lead: 'We looked at the first rows. Correct what is wrong, then import.',
    kind: 'This file holds',
    kinds: {
      interactions: 'Ratings or interactions',
      items: 'Titles of items, and more about them',
      people: 'Facts about people',
      tags: 'Tags of items',
      triples: 'A knowledge graph',
      links: 'Which item is which entity of a graph',
      friends: 'Who is connected with whom',
      personal: 'Your own list',
      unknown: 'Leave it out',
    },
    delimiter: 'Columns are separated by',
    delimiters: {
      ',': 'comma',
      ';': 'semicolon',
      '|': 'bar',
      '::': 'two colons',
      '\t': 'tab',
      ' ': 'space',
    },
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
      tag: 'Tag',
      friend: 'Friend',
      entity: 'Entity',
      head: 'Head',
      relation: 'Relation',
      tail: 'Tail',
      feature: 'Kept by its name',
    },
    noRole: 'not used',
    inArchive: (archive: string) => `in ${archive}, unpacked`,
    leftOut: (n: string) => `Left out, of what the archives hold: ${n}`,
    timeRead: (moment: string) => `${moment} UTC`,
    noTime: 'no time that can be read',
    zone: {
      label: 'Times that name no zone are of',
      own: (zone: string) => `${zone}, as this browser`,
      help: 'Below each time of the first rows is what it is read as. A date alone begins at midnight there.',
    },
    feedback: {
      label: 'A row counts',
      explicit: 'as a rating (explicit)',
      implicit: 'as 1: it was chosen (implicit)',
      ratings: (column: string, low: string, high: string, mean: string, rows: string) =>
        `“${column}” goes from ${low} to ${high}, ${mean} on average, in the first ${rows} rows. All models can be trained, and Train can leave out what is rated low.`,
      noRatings: 'No column looks like ratings. If one is, choose “Rating” above it.',
      choices: (models: string) =>
        `Ratings are not read: every row counts the same. ${models === '' ? '' : `Models that need ratings drop out: ${models}.`}`,
    },
    duplicates: {
      label: 'If a user has the same item twice',
      choices: {
        newest: 'The newest stands',
        first: 'The first stands',
        mean: 'The newest stands, with the mean rating',
      },
      help: {
        newest: 'Earlier ones are left out: the last rating and its time count.',
        first: 'Later ones are left out: the first rating and its time count.',
        mean: 'All become one, with the time of the newest and the mean of their ratings.',
      },
      seen: (n: string, rows: string) =>
        `Rows that repeat a user and an item that came before: ${n} of the first ${rows}.`,
    },
    confirm: 'Import',
    reading: (file: string) => `Reading ${file}`,
    rows: (n: string) => `${n} rows so far`,
    left: (time: string) => `${time} left`,
    phases: {
      sorting: 'All is read. Putting it in order…',
      storing: 'Storing it in this browser…',
    },
    making: 'Inventing a community…',
  },

  own: {
    title: (n: string, services: string) => `Your ${n} titles from ${services}`,
    services: {
      letterboxd: 'Letterboxd',
      goodreads: 'Goodreads',
      imdb: 'IMDb',
      netflix: 'Netflix',
    },
    waiting:
      'This is the list of one person: you. Recommendations are learned from many. Drop the ratings of a community here and it goes on by itself; your list is kept in this browser until then.',
    lead: 'Each title was looked for in the data. What you take becomes your opinions, with your ratings and dates.',
    profile: 'Whose list is it?',
    profileHelp: 'Several people share this account. Only the titles of the one chosen are taken.',
    later: 'This is your own list. After the import its titles are looked for in the data.',
    waits: (n: string) =>
      `Your ${n} titles are waiting: once these data are read, they are looked for in them.`,
    readingFor: 'Reading the data',
    looking: 'Looking for your titles…',
    demo: 'These data are the demo: its ratings are invented, so what follows from them is too.',
    few: {
      films: (dataset: string) =>
        `Few of your titles are in ${dataset}. Data that hold more of them recommend better.`,
      books: (dataset: string) =>
        `Your list is of books, and few of them are in ${dataset}. What has their names there may be films. Data of books recommend better.`,
    },
    toDecide: 'Which one is it?',
    howToDecide:
      'Tab goes from title to title, the arrow keys choose. What you leave open is left out. A title from many years before or after is not likely: it is for you to say.',
    takeLikely: (n: string) => `Take the likely ones (${n})`,
    noneOfThese: 'None of these',
    sure: 'Found beyond doubt',
    absent: 'Not in these data',
    howToFind: 'It may have another name there: look for it by hand.',
    find: 'Find',
    findTitle: (title: string) => `Find ${title} in the data`,
    findHint: 'another name, or a part of it',
    foundNothing: 'Nothing in the data has all these words.',
    taken: (n: string, all: string) => `${n} of ${all} titles taken`,
    accept: 'Recommend from these',
    acceptThenTrain: 'Take these, and train a model',
    forget: 'Put the list away',
    get: (name: string) => `Get ${name}`,
    published: 'Published at',
    licence: 'Licence',
    neverOpened:
      'This page never opens that address. Copy it into a tab of your own, download, and drop the file here as it is.',
    needed: {
      films: {
        name: 'MovieLens',
        files:
          'ml-latest-small.zip (1 MB) gives a first list within a minute; ml-32m.zip (239 MB) knows far more films, and needs a strong device.',
        address: 'https://grouplens.org/datasets/movielens/',
        licence:
          'For research and other non-commercial use, with acknowledgement: F. M. Harper and J. A. Konstan (2015), The MovieLens Datasets: History and Context.',
      },
      books: {
        name: 'goodbooks-10k',
        files: 'ratings.csv and books.csv, dropped together.',
        address: 'https://github.com/zygmuntz/goodbooks-10k',
        licence: 'CC BY-SA 4.0: share alike, and name its author, Zygmunt Zając.',
      },
    },
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
      duplicate: 'same user and item again',
      'stray-quote': 'stray quote',
      'empty-cell': 'empty cell',
      'too-varied': 'column left out: too many different texts',
      'too-many-new': 'item left out: too many that nobody chose',
    },
    settled: {
      newest: ', the newest stands',
      first: ', the first stands',
      mean: ', the newest stands with the mean rating',
      all: ', all stand',
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
    suits: (model: string) => `What suits them: ${model}`,
    tooLittle:
      'Too little to train on. Someone must have three interactions at least: one to learn from, one to choose the best epoch by, and one to test with. Here nobody has. Import more of what people chose.',
    activity: 'Activity by month',
    activityAlt: 'Interactions in each month',
    noTimes: 'This file has no times.',
    tail: 'The long tail',
    tailText: (share: string) =>
      `${share} of all interactions are with the most chosen tenth of the items.`,
    head: 'Top tenth',
    rest: 'All others',
    popular: 'Most chosen',
    timing: 'Order and newcomers',
    ties: (share: string) =>
      `${share} of interactions have the same time as the one before. Which of the two came first is unknown, and the order of the file stands for it: of its worth, only a test can tell.`,
    newUsers: (share: string) =>
      `${share} of the users in the newest tenth did nothing before it: only a model that takes in strangers serves them.`,
    newItems: (share: string) =>
      `${share} of the items in the newest tenth were new in it: only models that know what items are about can recommend those.`,
    side: 'Known besides',
    sideOf: {
      people: 'Of people',
      items: 'Of items',
      context: 'Of interactions',
      triples: 'Facts in the graph',
      friends: 'Connections of people',
      newItems: 'Items that nobody chose yet',
    },
    known: { title: 'title', year: 'year', genres: 'genres', tags: 'tags' },
    noSide:
      'Nothing but who chose what. Files of people, items, tags or a graph can be dropped together with it.',
    add: 'Add another data set',
    useDemo: 'Use the demo',
    removeTitle: (name: string) => `Remove ${name}`,
    removeAsk:
      'This deletes these data, all that was trained on them and all you said of them from this browser. Your own file stays where it is.',
    removeConfirm: 'Yes, remove it',
  },

  storage: {
    title: 'What this browser keeps',
    used: (used: string, quota: string) => `${used} used of ${quota}`,
    export: 'Export a backup',
    import: 'Restore a backup',
    lasting: 'Your browser has promised to keep this until you delete it.',
    fleeting:
      'Your browser may delete this, when space runs short or after weeks without a visit: export a backup.',
    restoreAsk:
      'The backup is checked, and then replaces all data, models, runs and opinions in this browser.',
    restoreConfirm: 'Yes, replace everything',
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
    auto: (title: string | null) => (title === null ? 'Auto' : `Auto: ${title}`),
    families: {
      classical: 'Classical',
      ensemble: 'Ensembles',
      content: 'Content and features',
      factorization: 'Embeddings',
      autoencoder: 'Autoencoders',
      graph: 'Graphs',
      multitask: 'Several tasks',
      sequence: 'Sequence',
    },
    source: 'Source',
    needs: {
      timestamps: 'Needs times, which these data lack.',
      ratings: 'Needs ratings, which these data lack.',
      itemFeatures: 'Needs genres, tags or other columns of items, which these data lack.',
      userFeatures: 'Needs columns of people, such as their age, which these data lack.',
      itemGraph: 'Needs a knowledge graph of the items, which these data lack.',
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
      'k-fold': 'Cross-validation',
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
    kCore: 'Fewest interactions',
    kCoreHelp: 'Users and items with fewer are left out (k-core). Empty keeps all.',
    counting: 'Counting what is kept…',
    notCounted: 'What is kept could not be counted.',
    kept: (n: string, all: string, users: string, items: string) =>
      `Keeps ${n} of ${all} interactions (users: ${users}, items: ${items}).`,
    takes: (bytes: string) => `Takes about ${bytes} of memory while it learns.`,
    takesTooMuch: (bytes: string, room: string) =>
      `Takes about ${bytes} of memory while it learns; more than ${room} may not be there.`,
    wouldFit: (settings: string, bytes: string) =>
      `This would fit, with about ${bytes}: ${settings}.`,
    takeThat: 'Set that',
    nothingFits: 'No smaller setting makes it fit: choose another model, or fewer items.',
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
    elsewhere:
      'Another tab is training, and this one follows. It goes on by itself should that one be closed.',
    interrupted: (model: string, epochs: string) =>
      `${model} was cut off after ${epochsOf(epochs)}. It can go on from its last checkpoint as if it had not stopped.`,
    toRun: 'Go to the training',
    epochOf: (epoch: string, epochs: string) => `Epoch ${epoch} of ${epochs}`,
    epochsDone: epochsOf,
    elapsed: 'Elapsed',
    eta: 'Left, at most',
    speed: 'Interactions / s',
    loss: 'Loss',
    announce: (epoch: string, metric: string, value: string) =>
      `Epoch ${epoch} done, validation ${metric} ${value}`,
    curve: 'Learning curve',
    validation: (metric: string) => `Validation ${metric}`,
    best: 'best epoch',
    beside: 'Draw former runs beside it',
    former: (title: string, when: string, epochs: string, best: string) =>
      `${title}, ${when}: ${epochs}, best ${best}`,
    table: 'Epoch by epoch',
    epoch: 'Epoch',
    seconds: 'Seconds',
  },

  score: {
    title: 'How good is it?',
    lead: (users: string, split: string) =>
      `On the test of ${users} users; split: ${split}. Every item competes, less those already seen.`,
    leadRatings: (users: string, split: string) =>
      `On the ratings that ${users} users gave in the test; split: ${split}. RMSE and MAE are errors, in units of the ratings: lower is better.`,
    lower: (metric: string) => `${metric} (lower is better)`,
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
    better: (delta: string, low: string, high: string, baseline: string, metric: string) =>
      `Better than ${baseline}, the best of the simple baselines below: ${delta} ${metric} [${low}, ${high}].`,
    unclear: (delta: string, low: string, high: string, baseline: string, metric: string) =>
      `Not clearly better than ${baseline}, the best of the simple baselines below: the difference of ${delta} ${metric} [${low}, ${high}] may be chance.`,
    worse: (delta: string, low: string, high: string, baseline: string, metric: string) =>
      `Worse than ${baseline}, a simple baseline: ${delta} ${metric} [${low}, ${high}]. Use that one, or try other settings.`,
    orderMatters: (metric: string, shuffled: string, lost: string, low: string, high: string) =>
      `It reads the order: with every history shuffled, its ${metric} is ${shuffled}, which is ${lost} [${low}, ${high}] less.`,
    orderIsIdle: (metric: string, shuffled: string, lost: string, low: string, high: string) =>
      `It has learned nothing from the order: with every history shuffled, its ${metric} is ${shuffled}, a loss of ${lost} [${low}, ${high}].`,
    recallLost: (model: string, share: string) =>
      `Recall lost by retrieval: of what people went on to choose, ${share} was not among the candidates of ${model}, and so out of reach of its ranking.`,
    reads: (n: string) =>
      `Test part of this split read so far: ${n}. The more often it is read, the less it proves.`,
  },

  slices: {
    title: (model: string) => `For whom does it work? ${model} by group`,
    lead: 'The same test in parts. A gap is told between groups of at least 20 users; compare it with the intervals before you call it bias.',
    group: 'Group',
    users: 'Users',
    by: {
      popularity: 'Popularity of what was sought',
      history: 'Length of the history',
      newcomers: 'Newcomers, left out above',
    },
    column: (name: string) => `People by ${name}`,
    names: {
      head: 'much chosen',
      mid: 'in between',
      tail: 'little chosen',
      short: 'short',
      medium: 'medium',
      long: 'long',
      people: 'people without a past',
      items: 'items that nobody had met',
    },
    ranges: {
      popularity: (low: string, high: string) => `${low} to ${high} times`,
      history: (low: string, high: string) => `${low} to ${high} choices`,
    },
    gap: (best: string, worst: string, size: string, metric: string) =>
      `best: ${best}, worst: ${worst}, a gap of ${size} ${metric}`,
  },

  metrics: {
    ndcg: 'NDCG',
    hr: 'Hit rate',
    recall: 'Recall',
    precision: 'Precision',
    mrr: 'MRR',
    map: 'MAP',
    'recall-lost': 'Recall lost by retrieval',
    coverage: 'Coverage',
    gini: 'Gini',
    novelty: 'Novelty',
    rmse: 'RMSE',
    mae: 'MAE',
  },

  compare: {
    title: 'Compare',
    lead: 'Every run on these data, on the same terms. Runs of different splits, seeds or filters are different exams.',
    empty: 'There are no runs to compare yet.',
    toTrain: 'Train a model',
    cutoff: 'List length',
    run: 'Run',
    split: 'Split',
    seed: 'Seed',
    minValue: 'Lowest rating',
    kCore: 'Fewest interactions',
    all: 'all',
    reads: 'Test reads',
    date: 'Date',
    sortBy: (column: string) => `Sort by ${column}`,
    removeRun: (run: string) => `Remove the run ${run}`,
    removeAsk:
      'This deletes the run, its curve and its figures from this browser. The model that came of it stays, until you delete it under For you.',
    curves: (metric: string) => `Validation ${metric} by epoch`,
  },

  board: {
    title: 'Leaderboard',
    exam: 'Test',
    ratings: 'ratings',
    leadRatings: (users: string, split: string) =>
      `All that predicted the ratings which the same ${users} users gave in the test; split: ${split}. RMSE and MAE are errors, in units of the ratings: lower is better.`,
    examName: (split: string, seed: string, filters: string, hash: string) =>
      `${split}, seed ${seed}${filters} (${hash.slice(0, 8)})`,
    lead: (users: string, split: string) =>
      `All that was tested on the same ${users} users; split: ${split}. Every item competes, less those already seen; of equal scores, the more popular item comes first.`,
    place: 'Place',
    baseline: 'simple baseline',
    seconds: 'Seconds to train',
    size: 'Size',
    /** The interval is of one difference alone; p is corrected for all of them. */
    chance: (sign: string, p: string) => `p ${sign} ${p}, corrected by Holm`,
    beats: (model: string, baseline: string, delta: string, interval: string, metric: string) =>
      `${model} beats ${baseline} by ${delta} ${interval} ${metric}.`,
    doesNotBeat: (
      model: string,
      baseline: string,
      delta: string,
      interval: string,
      metric: string,
    ) => `${model} does not beat ${baseline}: a difference of ${delta} ${interval} ${metric}.`,
    sampled: (model: string) =>
      `Not comparable: many papers rank each item among 99 drawn ones only. So measured, the hit rate@10 of ${model} would be`,
    insteadOf: (honest: string) => `instead of ${honest} among all items.`,
    published: 'Published figures',
    publishedLead: (agreeing: string) =>
      `What others have measured. A figure is grey unless its data, its split and its filters are those of the test above; ${agreeing} of them agree. Each has a source.`,
    filter: (minValue: string) => `, ratings from ${minValue}`,
    core: (k: string) => `, at least ${k} interactions each`,
    obstacles: {
      data: 'other data',
      split: 'another split or ranking',
      minValue: 'another filter of ratings',
      kCore: 'a filter of users and items',
    },
  },

  cold: {
    title: 'How good with how few ratings?',
    lead: 'Some people are held out, the model learns from all others with the settings of the run, and then meets those people one interaction after the other.',
    measure: 'Measure it',
    again: 'Measure again',
    steps: { fitting: 'Learning from the others …', measuring: 'Asking for those held out …' },
    from: (model: string, popular: string, known: string) =>
      `${known === '0' ? 'Even of people of whom nothing is known' : `From ${known} known ${known === '1' ? 'interaction' : 'interactions'} on`}, ${model} is better than ${popular}, by more than chance.`,
    never: (model: string, popular: string) =>
      `With as few interactions as these, ${model} is not better than ${popular} by more than chance.`,
    axis: 'NDCG@10 of the next ten interactions, by how many are known, with 95 % intervals.',
    known: 'Known',
    difference: 'Difference',
    protocol: (people: string, seed: string) =>
      `${people} people held out whole, drawn with seed ${seed}; their interactions in order of time, every item competes but those already met. Intervals by bootstrap over people; the differences are paired, and tested with Holm’s correction.`,
  },

  you: {
    title: 'For you',
    need: 'Recommendations come from a trained model, and there is none for these data yet.',
    toTrain: 'Train a model',
    recommender: 'Recommender',
    refitted: (model: string, epochs: string) =>
      `${model}, with the settings that were tested, was fitted again on all data, for ${epochsOf(epochs)}. That one serves here.`,
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
    bring: 'Bring your list',
    bringOpinions: (name: string) => `Bring what I said of ${name}`,
    bringText:
      'Rated things elsewhere? An export from Letterboxd, Goodreads, IMDb or Netflix will do.',
    rate: (stars: string) => `Rate ${stars} of 5`,
    like: 'Like',
    dislike: 'Dislike',
    hide: 'Never show',
    takeBack: 'Delete',
    edit: 'Change',
    clear: 'Clear all',
    clearAsk:
      'This deletes all you said of these data, and the log of the lists you were shown. It cannot be undone.',
    clearConfirm: 'Delete it all',
    exportLog: 'Export the log',
    saveOpinions: 'Save as CSV',
    saveList: 'Save this list as CSV',
    said: { rate: 'rated', like: 'liked', dislike: 'disliked', click: 'looked at', hide: 'hidden' },
    score: 'Score',
    look: 'Why this?',
    why: 'Why this?',
    thinking: 'Asking the model …',
    because: {
      rate: (title: string, value: string) => `You rated ${title} ${value}`,
      like: (title: string) => `You liked ${title}`,
      dislike: (title: string) => `You disliked ${title}`,
      click: (title: string) => `You looked at ${title}`,
      hide: (title: string) => `You hid ${title}`,
      chose: (title: string) => `They chose ${title}`,
    },
    added: (value: string) => `adds ${value} to the score`,
    exact:
      'Exact, by the formula of this model: all amounts sum to the score, less what it is for someone unknown.',
    sampled: (count: string) =>
      `Sampled Shapley values of the ${count} most recent entries: how much the score changes as each joins the others.`,
    othersToo: (count: string) => `${count} others add less.`,
    noCauses: 'Nothing you said speaks for or against it: this is what suits most people.',
    attention: 'What the model looked at',
    attentionText:
      'Attention: how the model divides it among your history, to judge this title or to find whatever comes next. It says where the model looked, not how much each title adds.',
    similar: 'Similar',
    pinned: 'Pin to the top',
    boosted: 'Raise',
    lessLike: 'Less like this',
    people: 'What people like you chose',
    peopleAsk: 'Ask people like me',
    peopleText:
      'Looks among the users of the data for those whom the model finds most like you. Only what at least five of them liked is told, and never who they are.',
    likedBy: (count: string, people: string) => `${count} of ${people}`,
    nobodyLike: 'No five people like you share a title that you have not met.',
  },

  model: {
    title: 'This model as a file',
    itemOnly:
      'The file holds the items and what was learned of them, and nobody’s id. It was still learned from people: what few chose may say something of those few.',
    withUsers:
      'The file also holds the id of every user and what was learned of each: their taste can be read from it. Give it to nobody who may not see the data.',
    users: 'With the users',
    export: 'Export the model',
    bundle: 'Export bundle',
    bundleHelp:
      'A bundle is what your own site publishes so that its visitors get recommendations in their own browsers: the model in float32 and int8, titles, and nobody in it.',
    remove: 'Delete the model',
    removeAsk: 'This deletes the model and all it learned on from you from this browser.',
    removeConfirm: 'Yes, delete it',
  },

  learning: {
    folds: 'This model takes in what you rate at once, and needs no learning for it.',
    title: 'Learn from what I rate',
    text: 'Every rating changes your list at once, without learning. Switched on, the model also learns on in idle moments: from what you like, and again from a few others, so that it forgets nothing. It is rolled back if the lists of others get worse by more than a twentieth. The model as it was trained is always kept.',
    never: 'It has learned nothing from you so far.',
    now: 'Learn now',
    busy: 'Learning …',
    undo: 'Undo',
    last: (when: string, fresh: string, all: string, seconds: string) =>
      `Learned ${when}, in ${seconds} s, from ${all} entries, ${fresh} of them new.`,
    validation: (before: string, after: string, others: string) =>
      `Validation by ${others} others, NDCG@10: ${before} before, ${after} after.`,
    outcomes: {
      kept: 'Kept.',
      'rolled-back':
        'The lists of others got worse by more than a twentieth: rolled back, nothing has changed.',
      undone: 'Undone by you.',
    },
    entered: 'Came into your top 10',
    left: 'Left it',
    same: 'The titles of your top 10 are the same.',
  },

  newItems: {
    title: 'New items',
    badge: 'New',
    badgeText: 'New: nobody has rated it yet. It is here for what is known of it.',
    count: (count: string) => `New items, which nobody has rated yet: ${count}.`,
    by: {
      features:
        'This model judges them by their features, such as genre, year and words of the title.',
      graph: 'This model judges them by what the graph says of them.',
    },
    again: 'This model could judge them, but did not meet them: train it again to its end.',
    never: (models: string) =>
      `This model learns from choices alone, so it never shows them. Models that can: ${models}.`,
    wishes: { among: 'Among the others', only: 'New ones only', none: 'No new ones' },
  },

  ask: {
    title: 'A few questions first',
    text: 'Titles that many know and few agree on. Every answer changes the list at once.',
    progress: (asked: string, most: string) => `Question ${asked} of ${most}`,
    skip: 'Do not know it',
    end: 'Enough questions',
  },

  controls: {
    title: 'Shape the list',
    reset: 'Reset',
    genres: 'Genres',
    only: 'Only',
    more: 'More',
    none: 'None',
    years: 'Years',
    from: 'From year',
    to: 'To year',
    text: 'Title contains',
    diversity: 'Diversity',
    popularity: 'Popularity',
    exploration: 'Exploration',
    asModel: 'as the model ranks',
    novel: (share: string) => `${share} towards the unknown`,
    popular: (share: string) => `${share} towards the well known`,
    unlike: (share: string) => `${share} by how different`,
    explored: {
      'epsilon-greedy': (share: string) => `${share} of places by lot`,
      thompson: (share: string) => `doubt up to ${share} of the range of scores`,
    },
    explorer: 'How to explore',
    explorers: { 'epsilon-greedy': 'By lot (ε-greedy)', thompson: 'By doubt (Thompson)' },
    explorerHelp: {
      'epsilon-greedy': 'Some places go to any of the best two hundred, each as likely.',
      thompson:
        'Each score is drawn anew around what the model says: far for what few have chosen, hardly for what many have.',
    },
    named: { pinned: 'pinned', boosted: 'raised', lessLike: 'less like this' },
    release: 'Release',
    unchanged: 'The list is as the model ranks it.',
    crossed: 'No year is that late and that early: the first year comes after the last.',
    moved: (moved: string, shown: string) =>
      `${moved} of ${shown} are elsewhere than the model would put them.`,
    leftOut: {
      genres: (count: string) => `${count} of other genres are left out.`,
      years: (count: string) => `${count} of other years are left out.`,
      text: (count: string) => `${count} of other titles are left out.`,
      blocked: (count: string) => `${count} of unwanted genres are left out.`,
      newItems: (count: string) => `${count} are left out by your choice about new items.`,
    },
    up: (places: string) => `${places} places up`,
    down: (places: string) => `${places} places down`,
    pin: 'Pinned',
    lot: (chance: string) => `By lot, with a chance of ${chance}`,
  },

  map: {
    title: 'Map',
    lead: {
      model:
        'Items that the model finds alike lie close together. The larger a dot, the more often chosen.',
      choosers:
        'This model keeps no vectors of items, so they lie by who chose them: what the same people chose lies close together. The larger a dot, the more often chosen.',
    },
    search: 'Find on the map',
    hint: 'Choose a dot, or search for a title, to see what is most like it.',
    keys: 'Map. The arrow keys move it, plus and minus zoom, 0 shows all, Enter chooses what is in the middle, Escape lets go.',
    closer: 'Zoom in',
    farther: 'Zoom out',
    whole: 'Show all',
    colour: 'Colour by',
    by: { genre: 'Genre', year: 'Year' },
    legend: 'What the colours stand for',
    rest: 'others',
    decade: (year: string) => `${year}s`,
    before: (year: string) => `before ${year}`,
    times: (n: string) => `Chosen ${n} times`,
    alike: 'Most like it',
    letGo: 'Let go',
    toFound: 'Back to what was found',
    list: 'The same as a table',
    near: 'Most like it',
    item: 'Item',
    count: 'Chosen',
  },

  models: {} as Readonly<Record<string, string>>,
  fields,
};
