/** Builds the sample evaluation from its files, by the same readers and edits as any other: nothing in it is special. */
import { asId, drawId, type RandomBytes } from '#shared/basics/ids.ts';
import type { Change, Draft, Operation } from '#shared/domain/change/change.ts';
import { setOperation } from '#shared/domain/change/fields.ts';
import { newEvaluation, newPersonOperation } from '#shared/domain/evaluation/evaluation-edits.ts';
import { findCriterionByName } from '#shared/domain/evaluation/criterion.ts';
import type { CodeId } from '#shared/domain/codebook/code.ts';
import { newCodeValues } from '#shared/domain/codebook/codebook-edits.ts';
import type { CodingId } from '#shared/domain/coding/coding.ts';
import { newCodingOperations } from '#shared/domain/coding/coding-edits.ts';
import { Project, type Author } from '#shared/domain/project/project.ts';
import { addSources } from '#shared/domain/source/source-edits.ts';
import type { ContentHash, SourceContent } from '#shared/domain/source/source-content.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { PersonId } from '#shared/domain/team/person.ts';
import { locateSampleCoding } from '#shared/formats/sample/locate-sample-coding.ts';
import { readSampleSource } from '#shared/formats/sample/read-sample-source.ts';
import { samplePlan } from '#shared/formats/sample/sample-plan.ts';
import { sampleChain } from '#shared/formats/sample/sample-chain.ts';
import {
  sampleCodingsSchema,
  sampleEvaluationSchema,
  sampleFindingsSchema,
  samplePlanSchema,
  sampleSourcesSchema,
  type SampleCoding,
} from '#shared/formats/sample/sample-files.ts';

/** Texts of the sample's files by their path below its folder, such as `interviews/E-01.txt`. */
export type SampleFiles = Readonly<Record<string, string>>;

export type SampleProject = {
  readonly project: Project;
  /** In order, of two coders on two replicas. */
  readonly changes: readonly Change[];
  readonly contents: ReadonlyMap<ContentHash, SourceContent>;
};

type Builder = {
  readonly project: Project;
  readonly commit: (draft: Draft, key: string) => void;
  readonly personOf: (key: string) => PersonId;
  readonly nowIso: string;
  readonly randomBytes: RandomBytes;
};

/** Builds the sample. `hashOf` names a content; a mistake in the files is a bug of ours and throws. */
export async function buildSample(
  files: SampleFiles,
  hashOf: (content: SourceContent) => Promise<ContentHash>,
  randomBytes: RandomBytes,
  nowMilliseconds: number,
): Promise<SampleProject> {
  const evaluation = sampleEvaluationSchema.parse(parse(files, 'evaluation.json'));
  const changes: Change[] = [];
  const authors = new Map<string, Author & { name: string }>(
    evaluation.people.map(({ key, name }) => [
      key,
      { replica: drawId<'replica'>(randomBytes), person: drawId<'person'>(randomBytes), name, nowMilliseconds },
    ]),
  );
  const authorOf = (key: string): Author & { name: string } => need(authors.get(key), key);
  const project = new Project();
  const builder: Builder = {
    project,
    randomBytes,
    nowIso: new Date(nowMilliseconds).toISOString(),
    personOf: (key) => authorOf(key).person,
    commit: (draft, key) => {
      const change = project.prepare(draft, authorOf(key));
      if (!change) return;
      project.apply(change);
      changes.push(change);
    },
  };
  const lead = evaluation.people[0]?.key ?? '';
  const first = newEvaluation(
    { ...evaluation, person: { id: authorOf(lead).person, name: authorOf(lead).name } },
    randomBytes,
  );
  const others = evaluation.people.slice(1).map(({ key, name }) => newPersonOperation(authorOf(key).person, name));
  builder.commit({ ...first, ops: [...first.ops, ...others, ...codeOperations(evaluation.codes, randomBytes)] }, lead);

  const contents = await addSampleSources(builder, files, hashOf, lead);
  const ids = addSampleCodings(builder, sampleCodingsSchema.parse(parse(files, 'codings.json')), contents);
  builder.commit(
    sampleChain(
      project,
      sampleFindingsSchema.parse(parse(files, 'findings.json')),
      ids,
      authorOf(lead).person,
      randomBytes,
    ),
    lead,
  );
  const plan = samplePlanSchema.parse(parse(files, 'plan.json'));
  builder.commit(samplePlan(project, plan, { personOf: builder.personOf, at: builder.nowIso, randomBytes }), lead);
  return { project, changes, contents };
}

function codeOperations(
  codes: readonly { readonly path: string; readonly definition: string }[],
  randomBytes: RandomBytes,
): readonly Operation[] {
  return codes.map(({ path, definition }, index) => {
    const [root, name] = path.split('/');
    const parent = criterionCode(root ?? '');
    const values = newCodeValues([], { name: need(name, path), parent, definition });
    return setOperation('code', drawId<'code'>(randomBytes), { ...values, order: index + 1 });
  });
}

async function addSampleSources(
  builder: Builder,
  files: SampleFiles,
  hashOf: (content: SourceContent) => Promise<ContentHash>,
  lead: string,
): Promise<ReadonlyMap<ContentHash, SourceContent>> {
  const contents = new Map<ContentHash, SourceContent>();
  const interventions = new Map(builder.project.all('intervention').map((item) => [item.code, item.id]));
  const inputs = [];
  for (const entry of sampleSourcesSchema.parse(parse(files, 'sources.json'))) {
    const plan = entry.plan === undefined ? null : parse(files, entry.plan);
    const { content, input } = await readSampleSource(entry, need(files[entry.file], entry.file), plan, interventions);
    const revision = await hashOf(content);
    contents.set(revision, content);
    inputs.push({ ...input, revision, fileHash: revision });
  }
  builder.commit(addSources(builder.project, inputs, builder.randomBytes).draft, lead);
  return contents;
}

/** One change per coder, as if each had sent their work. Returns the coding of each id in the file. */
function addSampleCodings(
  builder: Builder,
  codings: readonly SampleCoding[],
  contents: ReadonlyMap<ContentHash, SourceContent>,
): ReadonlyMap<string, CodingId> {
  const ids = new Map<string, CodingId>();
  const sources = new Map<string, Source>(builder.project.all('source').map((source) => [source.name, source]));
  const codes = new Map(builder.project.all('code').map((code) => [`${code.parent ?? ''}/${code.name}`, code]));
  for (const coder of new Set(codings.map((coding) => coding.coder))) {
    const ops = codings
      .filter((coding) => coding.coder === coder)
      .flatMap((coding) => {
        const source = need(sources.get(coding.source), coding.source);
        const [root, name] = coding.code.split('/');
        const parent = criterionCode(root ?? '');
        const code = need(
          name === undefined ? builder.project.get('code', parent) : codes.get(`${parent}/${name}`),
          coding.code,
        );
        const extent = need(locateSampleCoding(need(contents.get(source.revision), source.name), coding), coding.id);
        const id = drawId<'coding'>(builder.randomBytes);
        ids.set(coding.id, id);
        const { direction, memo } = coding;
        return newCodingOperations(id, {
          ...extent,
          source,
          code,
          direction,
          memo,
          coder: builder.personOf(coder),
          codedAt: builder.nowIso,
        });
      });
    builder.commit({ label: { key: 'code-passages', values: { count: ids.size } }, ops: ops }, coder);
  }
  return ids;
}

function criterionCode(name: string): CodeId {
  return asId<'code'>(`criterion-${need(findCriterionByName(name), name).slug}`);
}

function parse(files: SampleFiles, path: string): unknown {
  return JSON.parse(need(files[path], path));
}

function need<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined) throw new Error(`The sample's files do not fit together at ${name}.`);
  return value;
}
