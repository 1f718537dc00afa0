import type { Onboarding } from './state';
import type { TasteContext } from './taste-actions';

/** How many questions are asked at most. */
export const mostQuestions = 10;

/** Questions to someone of whom nothing is known, of which each goes by the answers before. */
export function onboardingActions({ client, store, attempt, update }: TasteContext) {
  const { engine } = client;
  const now = (): Onboarding => store.get().taste.onboarding;
  const change = (changes: Partial<Onboarding>) => update({ onboarding: { ...now(), ...changes } });

  async function ask(): Promise<void> {
    const { recommender } = store.get();
    const { asked, unknown } = now();
    const isEnough = !recommender || asked >= mostQuestions;
    const question = isEnough ? null : await engine.question(recommender.id, unknown);
    change(question ? { question, asked: asked + 1 } : { question: null, state: 'over' });
  }

  return {
    /** Begins to ask whoever has no history yet. */
    greet: async () => {
      const { opinions } = store.get().taste;
      if (opinions.length > 0 || now().state !== 'unasked') return;
      change({ state: 'asking' });
      await ask();
    },

    /** Asks the next question if this was the one. */
    goOn: async (item: string) => {
      if (now().state === 'asking' && now().question?.item === item) await ask();
    },

    /** Says nothing of the item in question. */
    skipQuestion: () =>
      attempt(async () => {
        const { question, unknown } = now();
        if (question) change({ unknown: [...unknown, question.item] });
        await ask();
      }),

    endQuestions: () => change({ state: 'over', question: null }),
  };
}
