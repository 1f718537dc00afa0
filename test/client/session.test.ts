import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AutoChoice, FilePlan, FilePreview } from '../../src/api';
import { failure } from '../../src/errors';
import { createSession } from '../../src/client/session';
import type { Session } from '../../src/client/session';
import { createFakeClient } from '../fixtures/fake-client';

let session: Session;

beforeEach(async () => {
  vi.stubGlobal('navigator', {});
  session = createSession(createFakeClient());
  await session.start(null);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('starts with a device, the models and no data', () => {
  const { device, models, dataset, ready, draft } = session.get();
  expect(device?.adapter).toBe('Imaginary GPU');
  expect(models.length).toBeGreaterThan(0);
  expect(draft.model).toBe('auto');
  expect(dataset).toBeNull();
  expect(ready).toBe(true);
});

describe('data', () => {
  test('files are looked at, corrected, imported', async () => {
    await session.offerFiles([new File(['a,b'], 'mine.csv')]);
    expect(session.get().arrival?.previews[0].plan.name).toBe('mine.csv');
    await session.correct(0, { header: false });
    expect(session.get().arrival?.previews[0].plan.header).toBe(false);
    await session.confirmImport();
    expect(session.get().arrival).toBeNull();
    expect(session.get().dataset?.name).toBe('mine.csv');
    expect(session.get().summary?.popular.length).toBeGreaterThan(0);
  });

  test('what stands of duplicates is told to the engine, for every file', async () => {
    const client = createFakeClient();
    session = createSession(client);
    const importing = vi.spyOn(client, 'importFiles');
    await session.offerFiles([new File(['a,b'], 'a.csv'), new File(['a,b'], 'b.csv')]);
    session.settleDuplicates('mean');
    await session.correct(0, { header: false });
    await session.confirmImport();
    const [, plans] = importing.mock.calls[0];
    expect(plans.map(({ duplicates }) => duplicates)).toEqual(['mean', 'mean']);
  });

  describe('a backup that is dropped', () => {
    const backup = new File(['?'], 'palate.backup');
    const offer = async () => {
      const client = createFakeClient();
      const restoring = vi.spyOn(client.engine, 'importBackup');
      session = createSession(client);
      return restoring;
    };

    test('is restored at once where nothing is stored', async () => {
      const restoring = await offer();
      await session.offerFiles([backup]);
      expect(restoring).toHaveBeenCalledWith(backup);
      expect(session.get()).toMatchObject({ backup: null, arrival: null, error: null });
    });

    test('waits where something is, until it may replace that', async () => {
      const restoring = await offer();
      await session.useDemo();
      await session.offerFiles([backup]);
      expect(session.get().backup).toBe(backup);
      session.forgetBackup();
      await session.restoreBackup();
      expect(restoring).not.toHaveBeenCalled();
      await session.offerFiles([backup]);
      await session.restoreBackup();
      expect(restoring).toHaveBeenCalledWith(backup);
      expect(session.get().backup).toBeNull();
    });
  });

  test('a file that cannot be imported stays for correction, and its error has a name', async () => {
    await session.offerFiles([new File(['?'], 'bad.csv')]);
    await session.confirmImport();
    expect(session.get().error?.name).toBe('InputError');
    expect(session.get().arrival?.progress).toBeNull();
    expect(session.get().dataset).toBeNull();
  });

  describe('that cannot be used', () => {
    const why = 'letter.txt is not a table.';
    type Offered = Pick<FilePlan, 'kind'> & Partial<Pick<FilePreview, 'problem'>>;

    /** Offers files of which the engine makes what `changes` say. */
    async function offer(...changes: readonly Offered[]) {
      const client = createFakeClient();
      session = createSession(client);
      const files = changes.map((_change, i) => new File(['?'], `${i}.txt`));
      const previews = await client.engine.preview(files);
      vi.spyOn(client.engine, 'preview').mockResolvedValueOnce(
        previews.map((preview, i) => ({
          ...preview,
          plan: { ...preview.plan, kind: changes[i].kind },
          problem: changes[i].problem ?? null,
        })),
      );
      await session.offerFiles(files);
    }

    test('are an error, and can be corrected', async () => {
      await offer({ kind: 'unknown', problem: why });
      expect(session.get().error).toEqual({ name: 'InputError', message: why });
      expect(session.get().arrival?.previews[0].problem).toBe(why);
      expect(session.get().datasets).toEqual([]);
      await session.correct(0, { kind: 'interactions' });
      expect(session.get().error).toBeNull();
    });

    test('are an error where nothing says who chose what', async () => {
      await offer({ kind: 'items' });
      expect(session.get().error?.name).toBe('InputError');
      expect(session.get().error?.message).toContain('0.txt');
    });

    test('are none beside one that can', async () => {
      await offer({ kind: 'unknown', problem: why }, { kind: 'interactions' });
      expect(session.get().error).toBeNull();
    });
  });

  test('a cancelled import is forgotten', async () => {
    await session.offerFiles([new File(['a,b'], 'mine.csv')]);
    await session.cancelImport();
    expect(session.get().arrival).toBeNull();
    expect(session.get().datasets).toEqual([]);
  });

  test('deleting everything leaves nothing', async () => {
    await session.useDemo();
    await session.deleteEverything();
    expect(session.get().datasets).toEqual([]);
    expect(session.get().dataset).toBeNull();
  });
});

describe('training', () => {
  beforeEach(async () => {
    await session.useDemo();
    session.chooseModel('bpr-mf');
  });

  test('by auto is of the model that suits the data, and is kept under its name', async () => {
    session.chooseModel('auto');
    expect(session.get().draft).toMatchObject({ model: 'auto', values: {} });
    expect(session.get().auto?.model).toBe('ease');
    await session.train();
    expect(session.get().training.run?.request.model).toBe('ease');
    expect(session.get().recommender?.model).toBe('ease');
  });

  test('takes so much room, of which nothing is said where the form is not in order', async () => {
    const client = createFakeClient();
    session = createSession(client);
    await session.start(null);
    await session.useDemo();
    session.chooseModel('bpr-mf');
    session.edit({ values: { ...session.get().draft.values, dim: '200' } });
    expect(await session.preflight()).toMatchObject({
      bytes: 2e9,
      instead: { config: { dim: 100 } },
    });
    const preflight = vi.spyOn(client.engine, 'preflight');
    preflight.mockRejectedValueOnce(failure('ConfigError', '“dim” must be a whole number.'));
    expect(await session.preflight()).toBeNull();
    session.chooseModel('auto');
    expect(await session.preflight()).toBeNull();
  });

  test('what cannot be counted says why, and leaves an error that is shown alone', async () => {
    const client = createFakeClient();
    session = createSession(client);
    await session.useDemo();
    session.edit({ minValue: '3' });
    expect(await session.countKept()).toMatchObject({ interactions: expect.any(Number) });
    await session.offerFiles([new File(['?'], 'bad.csv')]);
    await session.confirmImport();
    const { error } = session.get();
    expect(error?.name).toBe('InputError');
    const count = vi.spyOn(client.engine, 'sizeOfKept');
    count.mockRejectedValueOnce(failure('StorageError', 'There is no room.'));
    expect(await session.countKept()).toMatchObject({ message: 'There is no room.' });
    count.mockRejectedValueOnce(failure('AbortError', 'Something else is counted now.'));
    expect(await session.countKept()).toBeNull();
    expect(session.get().error).toBe(error);
  });

  test('is under way at once, with an id of its own, and ends with scorecards', async () => {
    const training = session.train();
    const { id, state } = session.get().training;
    expect(state).toBe('training');
    expect(id).not.toBe('');
    await training;
    const { training: after, recommender } = session.get();
    expect(after.id).toBe(id);
    expect(after.state).toBe('done');
    expect(after.run?.scorecards.map(({ model }) => model)).toEqual([
      'bpr-mf',
      'popularity',
      'ease',
    ]);
    expect(recommender?.model).toBe('bpr-mf');
  });

  test('serves by what was chosen last, after a reload too, until another is trained', async () => {
    const client = createFakeClient();
    session = createSession(client);
    await session.start(null);
    await session.useDemo();
    const serving = () => session.get().recommender?.model;
    for (const model of ['bpr-mf', 'ease']) {
      session.chooseModel(model);
      await session.train();
    }
    expect(serving()).toBe('ease');
    const other = session.get().recommenders.find(({ model }) => model === 'bpr-mf');
    await session.chooseRecommender(other?.id ?? '');
    session = createSession(client);
    await session.start(null);
    expect(serving()).toBe('bpr-mf');
    session.chooseModel('ease');
    await session.train();
    session = createSession(client);
    await session.start(null);
    expect(serving()).toBe('ease');
  });

  test('that diverges has failed, and says why', async () => {
    session.edit({ values: { ...session.get().draft.values, learningRate: '1' } });
    await session.train();
    expect(session.get().training.state).toBe('failed');
    expect(session.get().error?.name).toBe('DivergenceError');
  });

  test('rests when paused, goes on when resumed', async () => {
    const training = session.train();
    await session.pause();
    expect(session.get().training.state).toBe('paused');
    await session.resume();
    await training;
    expect(session.get().training.state).toBe('done');
  });
});

describe('taste', () => {
  beforeEach(async () => {
    await session.useDemo();
    await session.train();
    await session.openRoom('you');
  });

  test('what was rated is an opinion, and is not recommended', async () => {
    const [first] = session.get().taste.recommendations!;
    await session.say(first.item, 'rate', 5);
    const { opinions, recommendations } = session.get().taste;
    expect(opinions.map(({ item }) => item)).toEqual([first.item]);
    expect(recommendations!.map(({ item }) => item)).not.toContain(first.item);
  });

  test('a search shows nothing until it has found something', async () => {
    expect(session.get().taste.results).toEqual([]);
    session.typeSearch('the');
    expect(session.get().taste.results).toBeNull();
    await session.search('the');
    const { results } = session.get().taste;
    expect(results?.length).toBeGreaterThan(0);
    session.typeSearch('the m');
    expect(session.get().taste.results).toBe(results);
  });

  test('an answer that comes after a later question is dropped', async () => {
    const [first, second] = session.get().taste.recommendations!;
    await Promise.all([session.say(first.item, 'like'), session.say(second.item, 'like')]);
    const { recommendations } = session.get().taste;
    expect(recommendations!.map(({ item }) => item)).not.toContain(first.item);
    expect(recommendations!.map(({ item }) => item)).not.toContain(second.item);
  });

  test('controls apply at once, stay, and can be set back', async () => {
    await session.control({ genres: ['Horror'] });
    const { recommendations, list } = session.get().taste;
    expect(recommendations!.every(({ genres }) => genres.includes('Horror'))).toBe(true);
    expect(list!.leftOut.genres).toBeGreaterThan(0);
    const last = recommendations!.at(-1)!;
    await session.toggle('pinned', last.item);
    expect(session.get().taste.recommendations![0]).toMatchObject({ item: last.item, by: 'pin' });
    await session.openTaste();
    expect(session.get().taste.controls).toMatchObject({ genres: ['Horror'], pinned: [last.item] });
    await session.resetControls();
    expect(session.get().taste.recommendations!.length).toBe(20);
  });

  test('a recommendation is explained on demand, anew with every list, until it is in none', async () => {
    const items = session.get().taste.recommendations!.map(({ item }) => item);
    const causes = () => session.get().taste.details?.explained?.causes.map(({ item }) => item);
    await session.say(items[0], 'rate', 5);
    await session.lookAt(items[12]);
    expect(causes()).toEqual([items[0]]);
    expect(session.get().taste.details?.similar?.length).toBeGreaterThan(0);
    await session.say(items[6], 'like');
    expect(causes()?.toSorted()).toEqual([items[0], items[6]].toSorted());
    await session.say(items[12], 'like');
    expect(session.get().taste.details).toBeNull();
  });

  test('what is looked at while a list is on its way stays open', async () => {
    const [first, , , , , , seventh] = session.get().taste.recommendations!;
    await Promise.all([session.say(first.item, 'rate', 5), session.lookAt(seventh.item)]);
    expect(session.get().taste.details).toMatchObject({ item: seventh.item });
    expect(session.get().taste.details?.explained).not.toBeNull();
    await session.chooseUser('42');
    expect(session.get().taste.details).toBeNull();
  });

  test('someone new is asked ten questions at most, each of which can be skipped', async () => {
    const question = () => session.get().taste.onboarding.question;
    const first = question()!;
    await session.skipQuestion();
    expect(question()!.item).not.toBe(first.item);
    const second = question()!;
    await session.say(second.item, 'rate', 4);
    expect(question()!.item).not.toBe(second.item);
    for (let asked = 3; asked <= 10; asked++) await session.skipQuestion();
    expect(session.get().taste.onboarding.state).toBe('over');
    expect(question()).toBeNull();
  });

  test('what was said of a recommendation is logged with its list, and all of it can be cleared', async () => {
    const [first] = session.get().taste.recommendations!;
    const { id } = session.get().taste.list!;
    await session.say(first.item, 'like');
    const read = async () =>
      JSON.parse(await (await session.exportLog())!.text()) as Record<
        'actions' | 'shown',
        unknown[]
      >;
    const { actions, shown } = await read();
    expect(actions[0]).toMatchObject({ item: first.item, shown: { list: id, propensity: 1 } });
    expect(shown).toContainEqual(expect.objectContaining({ id }));
    await session.clearLog();
    expect((await read()).actions).toEqual([]);
    expect(session.get().taste.opinions).toEqual([]);
    expect(session.get().taste.onboarding.state).toBe('asking');
  });

  test('what was said is learned once nothing more is said, where that is switched on', async () => {
    vi.useFakeTimers();
    try {
      const [first, second] = session.get().taste.recommendations!;
      await session.say(first.item, 'like');
      await vi.advanceTimersByTimeAsync(10_000);
      expect(session.get().recommender?.lessons).toBeUndefined();
      void session.letLearn(true);
      await vi.advanceTimersByTimeAsync(1_000);
      void session.say(second.item, 'like');
      await vi.advanceTimersByTimeAsync(2_500);
      expect(session.get().recommender?.lessons).toBeUndefined();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(session.get().recommender?.lessons).toHaveLength(1);
      expect(session.get().taste.learning).toEqual({ on: true, busy: false });
      await session.openTaste();
      expect(session.get().taste.learning.on).toBe(true);
      await session.undoLesson();
      expect(session.get().recommender?.lessons?.[0].outcome).toBe('undone');
    } finally {
      vi.useRealTimers();
    }
  });

  test('people of like mind are asked on demand, and anew once something is said', async () => {
    expect(session.get().taste.people).toBeNull();
    await session.askPeople();
    expect(session.get().taste.people!.items.every(({ likedBy }) => likedBy >= 5)).toBe(true);
    await session.say('23', 'like');
    expect(session.get().taste.people).toBeNull();
  });

  test('a user of the data brings their history', async () => {
    await session.chooseUser('42');
    const { who, history, recommendations } = session.get().taste;
    expect(who).toEqual({ user: '42' });
    expect(history.length).toBeGreaterThan(0);
    expect(recommendations?.length).toBe(20);
  });

  test('a user there is not leaves things as they were', async () => {
    await session.chooseUser('nobody');
    expect(session.get().error?.name).toBe('UnknownIdError');
    expect(session.get().taste.who).toBe('you');
  });
});

test('a model without item vectors is mapped by who chose what', async () => {
  await session.useDemo();
  session.chooseModel('popularity');
  await session.train();
  await session.openRoom('map');
  expect(session.get().chart?.map.by).toBe('choosers');
  expect(session.get().error).toBeNull();
});

test('remembers the language', async () => {
  await session.speak('zh');
  await session.start(null);
  expect(session.get().language).toBe('zh');
});

describe('a list of one person', () => {
  const file = new File(['?'], 'ratings.csv');

  /** An engine for which every file is such a list, until told otherwise. */
  async function offerList() {
    const client = createFakeClient();
    const [preview] = await client.engine.preview([file]);
    const plan: FilePlan = { ...preview.plan, kind: 'personal' };
    vi.spyOn(client.engine, 'preview').mockResolvedValueOnce([{ ...preview, plan }]);
    session = createSession(client);
    await session.start(null);
    await session.offerFiles([file]);
    return client;
  }

  test('waits for data with titles, then goes on by itself', async () => {
    await offerList();
    expect(session.get()).toMatchObject({ arrival: null, own: { dataset: null, reviews: null } });
    await session.useDemo();
    const { own, dataset } = session.get();
    expect(own?.dataset).toBe(dataset?.id);
    expect(own?.reviews?.map(({ verdict }) => verdict)).toEqual(['sure', 'likely', 'none']);
  });

  test('has data read at once that leave nothing to ask', async () => {
    const client = await offerList();
    const movies = new File(['?'], 'ml-tiny.zip');
    const [preview] = await client.engine.preview([movies]);
    const roles = { ...preview.plan.roles, title: 4 };
    vi.spyOn(client.engine, 'preview').mockResolvedValueOnce([
      { ...preview, plan: { ...preview.plan, roles } },
    ]);
    await session.offerFiles([movies]);
    expect(session.get()).toMatchObject({ arrival: null, dataset: { name: 'ml-tiny.zip' } });
    expect(session.get().own?.reviews).toHaveLength(3);
  });

  test('shows how data are read that leave something to ask, and waits', async () => {
    await offerList();
    await session.offerFiles([new File(['?'], 'mine.csv')]);
    expect(session.get().arrival?.progress).toBeNull();
    expect(session.get().own?.dataset).toBeNull();
    await session.confirmImport();
    expect(session.get().own?.reviews).toHaveLength(3);
  });

  test('takes what was searched for by hand, whatever is searched for after', async () => {
    await offerList();
    await session.useDemo();
    await session.searchMatch(2, 'a');
    const [chosen] = session.get().own!.reviews![2].candidates;
    session.chooseMatch(2, chosen.item);
    await Promise.all([session.searchMatch(2, 'e'), session.searchMatch(2, 'no such title')]);
    const { reviews, choices } = session.get().own!;
    expect(reviews![2]).toEqual({ verdict: 'none', candidates: [chosen] });
    expect(choices.get(2)).toBe(chosen.item);
  });

  test('becomes opinions: the sure ones, and those decided on; a model learns, and recommends', async () => {
    await offerList();
    await session.useDemo();
    session.chooseLikely();
    expect(session.get().own?.choices.size).toBe(1);
    await session.acceptList();
    const { own, room, taste } = session.get();
    expect({ own, room }).toEqual({ own: null, room: 'you' });
    expect(taste.recommendations).toHaveLength(20);
    expect(taste.opinions.map(({ kind, value }) => `${kind} ${value}`).sort()).toEqual([
      'rate 3.5',
      'rate 4.5',
    ]);
  });

  test('is what Auto chooses for until it is forgotten, a reload between', async () => {
    const client = await offerList();
    const chosenFor = async (id: string, { forList = false } = {}): Promise<AutoChoice> => {
      const auto = await createFakeClient().engine.chooseModel(id);
      return { ...auto, model: forList ? 'ease' : 'sasrec' };
    };
    vi.spyOn(client.engine, 'chooseModel').mockImplementation(chosenFor);
    await session.useDemo();
    expect(session.get().auto?.model).toBe('sasrec');
    await session.acceptList();
    expect(session.get().recommender?.model).toBe('ease');
    session = createSession(client);
    await session.start(null);
    expect(session.get().auto?.model).toBe('ease');
    await session.clearLog();
    expect(session.get().auto?.model).toBe('sasrec');
  });

  test('keeps open what is not likely when the likely ones are taken', async () => {
    const client = await offerList();
    const matchTitles = client.engine.matchTitles;
    vi.spyOn(client.engine, 'matchTitles').mockImplementation(async (...asked) =>
      (await matchTitles(...asked)).map((review) => ({ ...review, verdict: 'review' })),
    );
    await session.useDemo();
    session.chooseLikely();
    expect(session.get().own?.choices.size).toBe(0);
  });

  test('takes nobody away who has gone elsewhere while a model learns', async () => {
    await offerList();
    await session.useDemo();
    let isGone = false;
    session.subscribe(() => {
      if (isGone || !session.get().training.busy) return;
      isGone = true;
      void session.openRoom('compare');
    });
    await session.acceptList();
    expect(session.get().recommender).not.toBeNull();
    expect(session.get().room).toBe('compare');
  });

  test('of an account that several share is somebody else’s on request, and looked for anew', async () => {
    const client = await offerList();
    await session.useDemo();
    const { list } = session.get().own ?? {};
    if (!list) throw new Error('There is no list.');
    const ofBen = list.entries.slice(1);
    const profile = { name: 'Ann', others: [{ name: 'Ben', entries: ofBen }] };
    vi.spyOn(client.engine, 'readList').mockResolvedValueOnce({ ...list, profile });
    const [preview] = await client.engine.preview([file]);
    const plan: FilePlan = { ...preview.plan, kind: 'personal' };
    vi.spyOn(client.engine, 'preview').mockResolvedValueOnce([{ ...preview, plan }]);
    await session.offerFiles([file]);
    session.chooseLikely();
    await session.chooseProfile('Ben');
    const { own } = session.get();
    expect(own?.list).toMatchObject({ profile: { name: 'Ben' }, entries: ofBen });
    expect(own?.reviews).toHaveLength(ofBen.length);
    expect(own?.choices.size).toBe(0);
    session = createSession(client);
    await session.start(null);
    expect(session.get().own?.list.entries).toEqual(ofBen);
  });

  test('is still there after a reload, until it is put away', async () => {
    const client = await offerList();
    session = createSession(client);
    await session.start(null);
    expect(session.get().own?.list.entries).toHaveLength(3);
    await session.forgetList();
    session = createSession(client);
    await session.start(null);
    expect(session.get().own).toBe(null);
  });
});
