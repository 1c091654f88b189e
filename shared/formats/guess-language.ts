/** Which language a text is in, offline: by its script, and for Latin letters by the small words of each language. */

/** Stretches from all over the text: a title page or a long quote in another language must not decide. */
const STRETCHES = 4;
const STRETCH = 2_000;
const MIN_LETTERS = 60;
const MIN_WORDS = 20;

/** Scripts that one language (of those that evaluators meet) is mostly written in. */
const scripts: readonly (readonly [RegExp, (text: string) => string | null])[] = [
  [/\p{Script=Arabic}/gu, arabicScript],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Cyrillic}/gu, (text) => (/[іїєґ]/i.test(text) ? 'uk' : 'ru')],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Devanagari}/gu, (text) => (/(?:^|\s)(?:छ|हुन्छ|गर्न|पनि)(?:\s|$|।)/u.test(text) ? 'ne' : 'hi')],
  [/\p{Script=Bengali}/gu, () => 'bn'],
  [/\p{Script=Tamil}/gu, () => 'ta'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Ethiopic}/gu, () => 'am'],
  [/\p{Script=Georgian}/gu, () => 'ka'],
  [/\p{Script=Armenian}/gu, () => 'hy'],
  [/\p{Script=Khmer}/gu, () => 'km'],
  [/\p{Script=Myanmar}/gu, () => 'my'],
  [/\p{Script=Hangul}/gu, () => 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
  [/\p{Script=Han}/gu, () => 'zh'],
];

const profiles: Readonly<Record<string, ReadonlySet<string>>> = {
  en: profile(
    'the and of to in that is was for it with as on be at by this have from or not are but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see could no than first been its who now people my made did get very just because know think yeah',
  ),
  es: profile(
    'de la que el en y los del se las por un para con no una su al lo como más pero sus le ya este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho nada muchos es son fue era ser está tiene',
  ),
  fr: profile(
    "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ils mais comme ou si leur y dont elle on cette tout nous sa fait été aussi bien peut ces deux même je vous était être avait très ça moi où après sans c'est n'est qu'il j'ai d'un d'une l'on parce alors donc oui non",
  ),
  pt: profile(
    'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos então',
  ),
  it: profile(
    'di che e la il un a per è in una mi sono ho non ma lo ha le si ti i con cosa se io come da ci no questo qui hai sei del bene tu sì me più al mio perché solo te era gli tutto della così anche della delle degli nel nella alla dei essere stato quando molto',
  ),
  de: profile(
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wir ich was wenn ja',
  ),
  nl: profile(
    'de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze want nog zal me zij nu geen omdat iets worden toch al waren veel meer doen',
  ),
  ca: profile(
    "de la que el i a en un per les amb no és una els del al ha són es va més com però seva són aquest aquesta ser hi l'a d'un molt perquè també quan tot nosaltres fer hem tenim jo això seu dels sense fins després",
  ),
  ro: profile(
    'și de la în a cu că nu pe o un este din se pentru care ce mai sunt au fost dar sau am fi lui prin după această acest foarte când noi ei dacă sa le al ale unui',
  ),
  pl: profile(
    'i w nie na się z do to że jest o jak za co ale po tak od przez dla czy są by być jego ze już tylko był może ma ich tym bardzo kiedy gdy jeszcze tego',
  ),
  tr: profile(
    've bir bu da de için ile çok daha ne var ben sen o gibi ama olarak kadar sonra mi olan biz en değil ki her şey yok diye bana onu veya olduğu',
  ),
  sw: profile(
    'na ya wa kwa ni za katika la kuwa hii hiyo yake lakini kama pia watu sana wakati huu mimi sisi wao kila baada tu hivyo ambao ambayo cha vya au si nini',
  ),
  id: profile(
    'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih kata tahun sudah atau saat oleh menjadi orang kami kita',
  ),
};

/** The languages that each small word belongs to. */
const languagesOf = new Map<string, string[]>();
for (const [language, small] of Object.entries(profiles)) {
  for (const word of small) {
    const known = languagesOf.get(word);
    if (known === undefined) languagesOf.set(word, [language]);
    else known.push(language);
  }
}

/** ISO 639-1, or null when the text is too short, mixed, or in a language that is not known here. */
export function guessLanguage(text: string): string | null {
  const sample = sampleOf(text);
  const { letters, latin } = countLetters(sample);
  if (letters < MIN_LETTERS) return null;
  if (latin > letters * 0.6) return latinLanguage(sample);
  const found = scripts.map(([pattern, name]) => ({ count: sample.match(pattern)?.length ?? 0, name }));
  // Japanese is written in kanji as well.
  const japanese = found[14]?.count ?? 0;
  if (japanese > letters * 0.1) return 'ja';
  for (const { count, name } of found) if (count > letters * 0.6) return name(sample);
  return null;
}

/** The whole text when it is short, else stretches at even distances, from its beginning to its end. */
function sampleOf(text: string): string {
  if (text.length <= STRETCHES * STRETCH) return text;
  const step = (text.length - STRETCH) / (STRETCHES - 1);
  const stretches = Array.from({ length: STRETCHES }, (_, index) => {
    const start = Math.floor(index * step);
    return text.slice(start, start + STRETCH);
  });
  return stretches.join(' ');
}

/** One pass by hand: nearly all texts are in Latin letters, and for those the patterns would be the dearest part. */
function countLetters(sample: string): { readonly letters: number; readonly latin: number } {
  let latin = 0;
  let others = '';
  for (let index = 0; index < sample.length; index += 1) {
    const unit = sample.charCodeAt(index);
    const small = unit | 0x20;
    if (unit < 0x80 ? small >= 0x61 && small <= 0x7a : unit >= 0xc0 && unit <= 0x24f) latin += 1;
    else if (unit >= 0x80) others += sample[index] ?? '';
  }
  const foreign = others === '' ? 0 : (others.match(/\p{L}/gu)?.length ?? 0);
  return { letters: latin + foreign, latin };
}

function latinLanguage(sample: string): string | null {
  const words =
    sample
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}']+/gu) ?? [];
  if (words.length < MIN_WORDS) return null;
  const hits = new Map<string, number>();
  for (const word of words) {
    for (const language of languagesOf.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  const [best, second] = [...hits].sort((one, other) => other[1] - one[1]);
  if (best === undefined || best[1] / words.length < 0.15) return null;
  return best[1] > (second?.[1] ?? 0) * 1.2 ? best[0] : null;
}

/** Persian and Urdu have letters that Arabic lacks. */
function arabicScript(text: string): string {
  if (/[ٹڈڑںے]/.test(text)) return 'ur';
  return /[پچژگ]/.test(text) && /ی/.test(text) ? 'fa' : 'ar';
}

function profile(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
