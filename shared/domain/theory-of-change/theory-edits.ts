/** Edits of the theory of change, each a pure function to a draft of a change. */
import { drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Draft } from '#shared/domain/change/change.ts';
import { removeOperation, setMapEntry, setOperation, touchOperation } from '#shared/domain/change/fields.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import type { Project } from '#shared/domain/project/project.ts';
import type {
  ConditionType,
  TheoryCondition,
  TheoryConditionId,
} from '#shared/domain/theory-of-change/theory-condition.ts';
import type { LinkEvidence, TheoryLink, TheoryLinkId } from '#shared/domain/theory-of-change/theory-link.ts';
import type { TheoryLevel, TheoryNode, TheoryNodeId } from '#shared/domain/theory-of-change/theory-node.ts';

/** Adds a box. */
export function addTheoryNode(
  project: Project,
  level: TheoryLevel,
  randomBytes: RandomBytes,
): { id: TheoryNodeId; draft: Draft } {
  const id = drawId<'theory-node'>(randomBytes);
  const values = { level, text: '', indicator: '', order: nextOrder(project.all('theory-node')) };
  return {
    id,
    draft: { label: { key: 'add-theory-node', values: {} }, ops: [setOperation('theory-node', id, values)] },
  };
}

/** Changes a box. */
export function editTheoryNode(node: TheoryNode, values: Partial<Omit<TheoryNode, 'id'>>): Draft {
  return {
    label: { key: 'edit-theory-node', values: { text: node.text } },
    ops: [setOperation('theory-node', node.id, values)],
  };
}

/** Removes a box with its links and what these hang on. */
export function removeTheoryNode(project: Project, node: TheoryNode): Draft {
  const links = project.all('theory-link').filter(({ from, to }) => from === node.id || to === node.id);
  return {
    label: { key: 'remove-theory-node', values: { text: node.text } },
    ops: [...links.flatMap((link) => removeTheoryLink(project, link).ops), removeOperation('theory-node', node.id)],
  };
}

/** Links two boxes; null when they are linked already or one and the same. */
export function addTheoryLink(
  project: Project,
  from: TheoryNodeId,
  to: TheoryNodeId,
  randomBytes: RandomBytes,
): { id: TheoryLinkId; draft: Draft } | null {
  const links = project.all('theory-link');
  if (from === to || links.some((link) => link.from === from && link.to === to)) return null;
  const id = drawId<'theory-link'>(randomBytes);
  const values: Omit<TheoryLink, 'id'> = {
    from,
    to,
    mechanism: '',
    claim: '',
    strength: null,
    strengthReason: '',
    order: nextOrder(links),
    evidence: {},
  };
  const ops = [
    setOperation('theory-link', id, values),
    touchOperation('theory-node', from),
    touchOperation('theory-node', to),
  ];
  return { id, draft: { label: { key: 'add-theory-link', values: {} }, ops } };
}

/** Changes what is said of a link. */
export function editTheoryLink(
  link: TheoryLink,
  values: Partial<Pick<TheoryLink, 'mechanism' | 'claim' | 'strength' | 'strengthReason'>>,
): Draft {
  return { label: { key: 'edit-theory-link', values: {} }, ops: [setOperation('theory-link', link.id, values)] };
}

/** Removes a link with what it hangs on; excerpts stay. */
export function removeTheoryLink(project: Project, link: TheoryLink): Draft {
  const conditions = project.all('theory-condition').filter((condition) => condition.link === link.id);
  return {
    label: { key: 'remove-theory-link', values: {} },
    ops: [
      ...conditions.map(({ id }) => removeOperation('theory-condition', id)),
      removeOperation('theory-link', link.id),
    ],
  };
}

/** Takes excerpts as evidence on a link, or says anew what they are; null takes them away. */
export function setLinkEvidence(link: TheoryLink, codings: readonly CodingId[], evidence: LinkEvidence | null): Draft {
  return {
    label: { key: 'edit-link-evidence', values: { count: codings.length } },
    ops: codings.map((coding) => setMapEntry('theory-link', link.id, 'evidence', coding, evidence)),
  };
}

/** Adds an assumption, a risk or a rival explanation to a link. */
export function addCondition(
  project: Project,
  link: TheoryLink,
  type: ConditionType,
  text: string,
  randomBytes: RandomBytes,
): Draft {
  const id: TheoryConditionId = drawId<'theory-condition'>(randomBytes);
  const values = { link: link.id, type, text, verdict: null, order: nextOrder(project.all('theory-condition')) };
  return {
    label: { key: 'add-condition', values: {} },
    ops: [setOperation('theory-condition', id, values), touchOperation('theory-link', link.id)],
  };
}

/** Changes what a link hangs on, or what was found of it. */
export function editCondition(
  condition: TheoryCondition,
  values: Partial<Pick<TheoryCondition, 'text' | 'verdict'>>,
): Draft {
  return {
    label: { key: 'edit-condition', values: {} },
    ops: [setOperation('theory-condition', condition.id, values)],
  };
}

/** Removes an assumption, risk or rival explanation. */
export function removeCondition(condition: TheoryCondition): Draft {
  return { label: { key: 'remove-condition', values: {} }, ops: [removeOperation('theory-condition', condition.id)] };
}

function nextOrder(items: readonly { readonly order: number }[]): number {
  return Math.max(0, ...items.map(({ order }) => order)) + 1;
}
