import type { AutoChoice, DataFacts, Unused } from '../../api';
import type { Language } from '../../client/state';

/** Why a model suits the data, in one sentence: the engine's own, or the same in another language. */
export const reasons: Readonly<Record<Language, (choice: AutoChoice) => string>> = {
  en: ({ reason }) => reason,
  zh: ({ facts }) => inChinese(facts),
};

const exactly = (n: number): string => n.toLocaleString('zh-CN');

function inChinese(facts: DataFacts): string {
  const { interactions, users, items, medianHistory, disorder } = facts;
  const [events, people, things] = [interactions, users, items].map(exactly);
  const [few, many] = [Math.floor(medianHistory), Math.ceil(medianHistory)].map(exactly);
  const why = {
    timeless: `${events} 次交互没有能说明先后的时间`,
    short: `${people} 位用户中有一半只选择过 ${few} 个或更少的物品，先后顺序说明不了什么`,
    little: `${events} 次交互太少，不足以从先后顺序中学习`,
    elsewhere: '这里的用户选择的先后，说明不了来自别处的清单',
  };
  const what = {
    exact: `${things} 个物品不多，可以精确求解 EASE，又快又难以超越`,
    sparse: `${things} 个物品太多，无法精确求解 EASE，但它的稀疏形式同样又快又难以超越`,
    large: `${things} 个物品对 EASE 来说太多，而 iALS 的开销只随数据增长`,
  };
  const chosen =
    disorder === null
      ? `${events} 次交互带有时间，${people} 位用户中有一半选择过 ${many} 个或更多物品：最近的选择最能说明接下来会选什么，而这样的规则几秒钟就能数出来`
      : `${why[disorder]}；${what[facts.ease]}`;
  return `${chosen}${leftAside(facts.unused)}。`;
}

function leftAside(unused: readonly Unused[]): string {
  const names: Readonly<Record<Unused, string>> = {
    ratings: '评分的高低',
    items: '物品的信息',
    people: '用户的信息',
    graph: '知识图谱',
    friends: '用户之间的关系',
  };
  return unused.length === 0 ? '' : `；它不使用${unused.map((what) => names[what]).join('、')}`;
}
