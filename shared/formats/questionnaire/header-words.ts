/** What a column's header says about its role, in the languages that evaluators ask in (en, es, fr, pt). */

/** Where a quote went wrong a header may be as long as the file; its first words say enough. */
const longestHeader = 2000;

/** Lower case, no accents, words parted by single blanks: `hh_info/ageHoh` becomes `hh info age hoh`. */
export function plainWords(header: string): string {
  return header
    .slice(0, longestHeader)
    .replace(/(\p{Ll})(\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$3 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Headers that name a respondent, the surest first. Only a column whose cells all differ becomes the id. */
const idPatterns: readonly RegExp[] = [
  /^(respondent|response|participant|submission|encuestado|encuestada|participante|respuesta|repondant|reponse|resposta) (id|number|no|code|codigo|numero|num)$/,
  /\b(participant|respondent) (number|id|code|no)\b|\b(numero|codigo|id) (de|del|de la|do|da|du) (el |la )?(participante|encuestado|encuestada|entrevistado|entrevistada|participant|repondant)\b|\bcode (du |de la )?participante?\b/,
  /^(meta )?instance ?id$|^(.* )?uuid$|^key$/,
  /^(response )?id$|^(.* )id$/,
  /^(no|n|nr|nro|num|numero|number|code|codigo|token|folio|index|row)?$/,
];

/** How surely a header names the respondent: 0 is surest, null is not at all. The last rank needs the first column. */
export function idRank(header: string, isFirst: boolean): number | null {
  const words = plainWords(header);
  const rank = idPatterns.findIndex((pattern) => pattern.test(words));
  if (rank === -1 || (rank === idPatterns.length - 1 && !isFirst)) return null;
  return rank;
}

/** Written by the survey program or the device, not answered by anybody. */
const technical =
  /^(device ?id|imei|sub ?scriber ?id|sim ?(serial|id)|user ?name|submitted by|enumerator( id| num(ber)?)?|ip address|response set|status|finished|progress|duration( in seconds)?|external (data )?reference|distribution channel|recorded date|seed|form ?def version|version|index|tags|notes|parent (table name|index)|xform id|total media|media (count|all received)|collector id|custom data( \d+)?|.* topics|.* sentiment( score| polarity)?|refurl|last ?page|start ?language|validation status)$/;

/** Says who or where somebody is: identity is kept apart from the answers, so it is left out unless asked for. */
const identifying =
  /^((first|last|full|your|recipient (first|last))? ?name|surname|e ?mail( address)?|recipient email|phone( ?number)?|telephone( number)?|mobile( number)?|address|nombre( completo)?|nombres|apellidos?|correo( electronico)?|telefono|direccion|nom( et prenom)?|prenom|courriel|adresse( electronique)?|nome( completo)?|endereco)$|\b(latitude|longitude|altitude|gps|geo ?(point|trace|shape)|location (latitude|longitude|accuracy|precision))\b/;

const attribute =
  /\b(gender|sex|genero|sexo|sexe|age|edad|idade|country|pais|pays|ethnicity|etnia|etnico|marital status|estado civil|occupation|ocupacion|profesion|profession|metier|industry|industria|sector|stakeholder|grupo de interes|user language|mother tongue|lengua materna|job title)\b/;

/** Words that questions about a project use too: they count where the header is hardly more than the word. */
const shortAttribute =
  /\b(region|province|provincia|district|distrito|municipality|municipio|county|village|aldea|vereda|city|ciudad|ville|neighbourhood|neighborhood|barrio|location|ubicacion|income|ingresos|education|escolaridad|organi[sz]ation|organizacion|institution|institucion|department|departamento|displace(ment|d)? status|returnee|disability|discapacidad|handicap|cargo|puesto)\b/;

/** Sure enough to count in a long question as well. */
const strongAttribute =
  /\b(gender|genero|year (were|was) you born|were you born|naciste|nacimiento|date of birth|how old|anos tienes?|quel age|ethnicity|origen etnico|highest (degree|level)|nivel (educativo|de estudios)|niveau d (etudes|instruction))\b/;

const open =
  /\b(why|why not|explain|(please|briefly) describe|describe (how|your|the|any|in|what|an?)|comments?|comentarios?|commentaires?|specify|especifi\w+|elaborate|remarks?|remarques?|observaci\w+|por que|porque|expli\w+|descri(ba|be) (como|su|la|el|los|las|brevemente)|decrivez|precise[rz]?|preciser|pourquoi|anything else|algo mas|tell us|free text|in your own words|con sus palabras)\b/;

/** Asked for in so many words, or only mentioned in a long question. */
const shortOpen =
  /\b(suggestions?|sugerencias?|feedback|recomendaciones|recommendations|recommandations)\b|\b(text|others?|otr[oa]s?|autres?|outr[oa]s?)$/;

const several =
  /\b(all that apply|select all|check all|tick all|choose all|select multiple|mar(c|qu)\w+ tod\w+|todas? l[oa]s que|selecci\w+ tod\w+|varias respuestas|plusieurs (reponses|choix)|cochez tou\w+|todas as)\b/;

export type HeaderHints = {
  readonly isTechnical: boolean;
  readonly isIdentifying: boolean;
  readonly isAttribute: boolean;
  readonly isOpen: boolean;
  readonly allowsSeveral: boolean;
};

const longQuestion = 70;

/** Reads name and question of a column. Of a path only the last part counts: groups are named after topics. */
export function readHeaderHints(name: string, label: string): HeaderHints {
  const ownName = /^[^\s/]+(\/[^\s/]+)+\s*$/.test(name) ? (name.trim().split('/').at(-1) ?? name) : name;
  const nameWords = plainWords(ownName);
  const labelWords = plainWords(label);
  const words = labelWords === nameWords ? nameWords : `${nameWords} ${labelWords}`;
  return {
    isTechnical: technical.test(nameWords) || /^_{2}\w+_{2}$/.test(ownName),
    isIdentifying: identifying.test(nameWords),
    isAttribute:
      strongAttribute.test(words) ||
      [nameWords, labelWords].some(
        (part) => (part.length <= longQuestion && attribute.test(part)) || (isShort(part) && shortAttribute.test(part)),
      ),
    isOpen: [nameWords, labelWords].some(
      (part) => open.test(part) || (part.length <= longQuestion && shortOpen.test(part)),
    ),
    allowsSeveral: several.test(words),
  };
}

function isShort(words: string): boolean {
  const weighty = words.split(' ').filter((word) => !/^(of|the|your|de|del|la|el|su|du|le|l|d)$/.test(word));
  return weighty.length <= 3 && weighty[0] !== 'consent';
}
