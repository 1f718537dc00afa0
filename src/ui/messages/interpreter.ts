/**
 * Sentences and what they are in another language. `{1}` and `{2}` are holes, in the order of the
 * sentence, for whatever a message is about; `{1:words}` is one whose words are looked up, too.
 */
export type Phrasebook = Readonly<Record<string, string>>;

/** Says a message in another language; `names` are of things that no phrasebook can know. */
export type Interpreter = (message: string, names?: Phrasebook) => string;

/**
 * Says messages as `phrases` have them, sentence by sentence before whole, so that no hole takes in
 * a sentence; what they lack stays as it is. Of an error that crossed from the worker there is
 * nothing but its text: so that is what it is known by.
 */
export function createInterpreter(phrases: Phrasebook): Interpreter {
  let patterns: readonly Pattern[] | null = null;

  return (message, names = {}) => {
    const say = (text: string): string | null => inParts(text) ?? whole(text);
    const word = (text: string): string => entry(names, text) ?? say(text) ?? text;

    function whole(text: string): string | null {
      patterns ??= compile(phrases);
      for (const { pattern, phrase } of patterns) {
        const found = pattern.exec(text);
        if (found) return fill(phrase, found, word);
      }
      return null;
    }

    function inParts(text: string): string | null {
      for (const { index } of text.matchAll(/\. /g)) {
        const first = whole(text.slice(0, index + 1));
        const rest = first === null ? null : say(text.slice(index + 2));
        if (rest !== null) return `${first}${rest}`;
      }
      return null;
    }

    return say(message) ?? message;
  };
}

interface Pattern {
  readonly pattern: RegExp;
  readonly phrase: string;
}

/** Those that say most before their first hole come first, and of these those that say most. */
function compile(phrases: Phrasebook): readonly Pattern[] {
  return Object.entries(phrases)
    .map(([sentence, phrase]) => ({ parts: sentence.split(/\{\d\}/), phrase }))
    .sort((a, b) => b.parts[0].length - a.parts[0].length || lengthOf(b) - lengthOf(a))
    .map(({ parts, phrase }) => ({
      pattern: new RegExp(`^${parts.map(escape).join('(.*?)')}$`, 's'),
      phrase,
    }));
}

function lengthOf({ parts }: { readonly parts: readonly string[] }): number {
  return parts.join('').length;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function fill(phrase: string, found: readonly string[], word: (text: string) => string): string {
  return phrase.replace(/\{(\d)(:words)?\}/g, (_hole, place: string, isWords?: string) => {
    const text = found[Number(place)];
    return isWords ? word(text) : text;
  });
}

function entry(phrases: Phrasebook, text: string): string | null {
  return Object.hasOwn(phrases, text) ? phrases[text] : null;
}
