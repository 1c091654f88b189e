/** The nine evaluation criteria (OECD DAC 2019, UNODC/UNEG cross-cutting ones), as codebook roots with keys 1-9, and those a team may add. */
import type { Language } from '#shared/domain/evaluation/language.ts';

export const criterionSlugs = [
  'relevance',
  'coherence',
  'efficiency',
  'effectiveness',
  'impact',
  'sustainability',
  'human-rights',
  'gender-equality',
  'leaving-no-one-behind',
] as const;

/** Criteria that a team may add: UNODC and others used them before coherence became one. */
const furtherCriterionSlugs = ['design', 'partnerships'] as const;
export type CriterionSlug = (typeof criterionSlugs)[number] | (typeof furtherCriterionSlugs)[number];

/** What a root of the codebook can stand for: a known criterion, or one of the team's own. */
export const criterionMarks = [...criterionSlugs, ...furtherCriterionSlugs, 'own'] as const;
export type CriterionMark = (typeof criterionMarks)[number];

/** Every evaluation looks at these, whatever its questions: a report without them leaves people out. */
export const crossCuttingSlugs: readonly CriterionSlug[] = ['human-rights', 'gender-equality', 'leaving-no-one-behind'];

export type CriterionWording = { readonly name: string; readonly definition: string };

export type Criterion = {
  readonly slug: CriterionSlug;
  /** Shortcut that codes a selection; '' for none. */
  readonly key: string;
  /** Paul Tol's muted scheme: told apart by colour-blind readers. */
  readonly color: string;
  readonly wording: Readonly<Record<Language, CriterionWording>>;
};

export const criteria: readonly Criterion[] = [
  {
    slug: 'relevance',
    key: '1',
    color: '#332288',
    wording: {
      en: {
        name: 'Relevance',
        definition:
          'Do aims and design answer the needs and priorities of people, country and partners, and still do when things change?',
      },
      es: {
        name: 'Pertinencia',
        definition:
          '¿Los objetivos y el diseño responden a las necesidades y prioridades de las personas, del país y de los socios, también cuando cambia el contexto?',
      },
      fr: {
        name: 'Pertinence',
        definition:
          'Les objectifs et la conception répondent-ils aux besoins et priorités des personnes, du pays et des partenaires, même quand le contexte change ?',
      },
    },
  },
  {
    slug: 'coherence',
    key: '2',
    color: '#88CCEE',
    wording: {
      en: {
        name: 'Coherence',
        definition: 'Does it fit with other work, inside the institution (internal) and of others (external)?',
      },
      es: {
        name: 'Coherencia',
        definition: '¿Encaja con otras acciones de la propia institución (interna) y de otros actores (externa)?',
      },
      fr: {
        name: 'Cohérence',
        definition:
          'S’accorde-t-elle avec d’autres actions, de l’institution (interne) et d’autres acteurs (externe) ?',
      },
    },
  },
  {
    slug: 'efficiency',
    key: '3',
    color: '#44AA99',
    wording: {
      en: { name: 'Efficiency', definition: 'Are results delivered in an economic and timely way?' },
      es: { name: 'Eficiencia', definition: '¿Se logran los resultados con buen uso de recursos y a tiempo?' },
      fr: { name: 'Efficience', definition: 'Les résultats sont-ils obtenus de façon économe et dans les délais ?' },
    },
  },
  {
    slug: 'effectiveness',
    key: '4',
    color: '#117733',
    wording: {
      en: {
        name: 'Effectiveness',
        definition: 'Did it reach, or will it reach, its objectives and results, also for different groups?',
      },
      es: {
        name: 'Eficacia',
        definition: '¿Alcanzó o alcanzará sus objetivos y resultados, también para distintos grupos?',
      },
      fr: {
        name: 'Efficacité',
        definition:
          'A-t-elle atteint, ou atteindra-t-elle, ses objectifs et résultats, y compris pour différents groupes ?',
      },
    },
  },
  {
    slug: 'impact',
    key: '5',
    color: '#999933',
    wording: {
      en: { name: 'Impact', definition: 'What higher-level change came about, positive or negative, intended or not?' },
      es: {
        name: 'Impacto',
        definition: '¿Qué cambios de mayor nivel produjo, positivos o negativos, previstos o no?',
      },
      fr: {
        name: 'Impact',
        definition: 'Quels changements de plus haut niveau a-t-elle produits, positifs ou négatifs, voulus ou non ?',
      },
    },
  },
  {
    slug: 'sustainability',
    key: '6',
    color: '#DDCC77',
    wording: {
      en: { name: 'Sustainability', definition: 'Do the net benefits continue, or are they likely to?' },
      es: { name: 'Sostenibilidad', definition: '¿Continúan o es probable que continúen los beneficios netos?' },
      fr: { name: 'Durabilité', definition: 'Les bénéfices nets perdurent-ils, ou est-ce probable ?' },
    },
  },
  {
    slug: 'human-rights',
    key: '7',
    color: '#CC6677',
    wording: {
      en: {
        name: 'Human rights',
        definition:
          'Were rights standards and principles (participation, non-discrimination, accountability) built in and advanced for rights-holders by duty-bearers?',
      },
      es: {
        name: 'Derechos humanos',
        definition:
          '¿Se integraron y promovieron las normas y principios de derechos (participación, no discriminación, rendición de cuentas) entre titulares de derechos y de obligaciones?',
      },
      fr: {
        name: 'Droits humains',
        definition:
          'Les normes et principes des droits (participation, non-discrimination, redevabilité) ont-ils été intégrés et promus entre titulaires de droits et débiteurs d’obligations ?',
      },
    },
  },
  {
    slug: 'gender-equality',
    key: '8',
    color: '#882255',
    wording: {
      en: {
        name: 'Gender equality',
        definition: 'Did it take account of and change unequal gender relations, with disaggregated results?',
      },
      es: {
        name: 'Igualdad de género',
        definition: '¿Tuvo en cuenta y modificó las desigualdades de género, con resultados desagregados?',
      },
      fr: {
        name: 'Égalité de genre',
        definition:
          'A-t-elle tenu compte des inégalités de genre et les a-t-elle modifiées, avec des résultats désagrégés ?',
      },
    },
  },
  {
    slug: 'leaving-no-one-behind',
    key: '9',
    color: '#AA4499',
    wording: {
      en: {
        name: 'Leaving no one behind',
        definition: 'Who was reached last or not at all, why, and was the furthest-behind put first?',
      },
      es: {
        name: 'No dejar a nadie atrás',
        definition: '¿A quiénes no se llegó o se llegó al último, por qué, y se priorizó a los más rezagados?',
      },
      fr: {
        name: 'Ne laisser personne de côté',
        definition:
          'Qui a été atteint en dernier ou pas du tout, pourquoi, et les plus défavorisés ont-ils eu la priorité ?',
      },
    },
  },
];

/** In no new evaluation from the start; a team adds them. */
export const furtherCriteria: readonly Criterion[] = [
  {
    slug: 'design',
    key: '',
    color: '#5F6B7A',
    wording: {
      en: {
        name: 'Design',
        definition: 'Was the intervention well thought out: logic, indicators, risks, roles, lessons of earlier work?',
      },
      es: {
        name: 'Diseño',
        definition:
          '¿Estuvo bien pensada la intervención: lógica, indicadores, riesgos, papeles, lecciones de trabajos anteriores?',
      },
      fr: {
        name: 'Conception',
        definition:
          'L’intervention était-elle bien pensée : logique, indicateurs, risques, rôles, leçons des travaux antérieurs ?',
      },
    },
  },
  {
    slug: 'partnerships',
    key: '',
    color: '#8C6D46',
    wording: {
      en: {
        name: 'Partnerships and cooperation',
        definition: 'Were the right partners found and worked with, and what did each bring and gain?',
      },
      es: {
        name: 'Alianzas y cooperación',
        definition: '¿Se encontró a los socios adecuados y se trabajó con ellos, y qué aportó y ganó cada uno?',
      },
      fr: {
        name: 'Partenariats et coopération',
        definition: 'Les bons partenaires ont-ils été trouvés et associés, et qu’a apporté et gagné chacun d’eux ?',
      },
    },
  },
];

/** Finds a criterion by its name in any interface language, case folded; undefined when it is none. */
export function findCriterionByName(name: string): Criterion | undefined {
  const wanted = name.trim().toLocaleLowerCase();
  return [...criteria, ...furtherCriteria].find((criterion) =>
    Object.values(criterion.wording).some((wording) => wording.name.toLocaleLowerCase() === wanted),
  );
}
