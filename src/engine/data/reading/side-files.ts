import type { Row } from '../csv';
import type { FilePlan } from '../plan';
import type { Gathering } from './gathering';
import { takeRows } from './take-rows';

type Take = (gathering: Gathering, plan: FilePlan) => (row: Row) => void;

/** Takes rows of a file that describes people. */
export const takePeople: Take = ({ people, complaints }, plan) => {
  const { roles, features = [] } = plan;
  return takeRows(complaints, plan, ['user'], (row) =>
    people.note(row.cells[roles.user ?? 0].trim(), features, row),
  );
};

/** Takes rows of a file in which items are given tags. */
export const takeTags: Take = ({ tags, complaints }, plan) => {
  const { item = 0, tag = 1 } = plan.roles;
  return takeRows(complaints, plan, ['item', 'tag'], ({ cells }) =>
    tags.add(cells[item].trim(), cells[tag].trim()),
  );
};

/** Takes rows of a file of a knowledge graph's triples. */
export const takeTriples: Take = ({ graph, complaints }, plan) => {
  const { head = 0, relation = 1, tail = 2 } = plan.roles;
  return takeRows(complaints, plan, ['head', 'relation', 'tail'], ({ cells }) =>
    graph.addTriple(cells[head].trim(), cells[relation].trim(), cells[tail].trim()),
  );
};

/** Takes rows of a file that says which entity each item is. */
export const takeLinks: Take = ({ graph, complaints }, plan) => {
  const { item = 0, entity = 1 } = plan.roles;
  return takeRows(complaints, plan, ['item', 'entity'], ({ cells }) =>
    graph.link(cells[item].trim(), cells[entity].trim()),
  );
};

/** Takes rows of a file of pairs of people. */
export const takeFriends: Take = ({ friends, complaints }, plan) => {
  const { user = 0, friend = 1 } = plan.roles;
  return takeRows(complaints, plan, ['user', 'friend'], ({ cells }) =>
    friends.add(cells[user].trim(), cells[friend].trim()),
  );
};
