/** Guessed language and method. */
import { describe, expect, it } from 'vitest';
import { guessLanguage } from '#shared/formats/guess-language.ts';
import { guessMethod } from '#shared/formats/guess-method.ts';

describe('language', () => {
  it.each([
    [
      'en',
      'The committee met on Monday and there was one result: the pump has been repaired, but it is not clear who will pay for it next year, and what they will do if it breaks.',
    ],
    [
      'es',
      'El comité se reunió el lunes y hubo un resultado: la bomba ya está reparada, pero no se sabe quién la va a pagar el próximo año ni qué van a hacer si se rompe otra vez.',
    ],
    [
      'fr',
      "Le comité s'est réuni lundi et il y a eu un résultat : la pompe est réparée, mais on ne sait pas qui va la payer l'année prochaine, ni ce qu'ils vont faire si elle tombe en panne.",
    ],
    [
      'pt',
      'O comitê se reuniu na segunda-feira e houve um resultado: a bomba já está consertada, mas não se sabe quem vai pagar por ela no próximo ano nem o que eles vão fazer se ela quebrar.',
    ],
    [
      'ar',
      'اجتمعت اللجنة يوم الاثنين وكانت هناك نتيجة واحدة: تم إصلاح المضخة، لكن لا أحد يعرف من سيدفع ثمنها في العام القادم.',
    ],
    [
      'he',
      'הוועדה נפגשה ביום שני והייתה תוצאה אחת: המשאבה תוקנה, אבל לא ברור מי ישלם עליה בשנה הבאה ומה יעשו אם תתקלקל.',
    ],
    [
      'de',
      'Der Ausschuss hat sich am Montag getroffen und es gab ein Ergebnis: die Pumpe ist repariert, aber es ist nicht klar, wer sie im nächsten Jahr bezahlt und was man macht, wenn sie wieder ausfällt.',
    ],
    [
      'ru',
      'Комитет собрался в понедельник, и результат был один: насос отремонтирован, но неясно, кто будет платить за него в следующем году.',
    ],
  ])('%s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });

  it.each(['', 'Hola', 'P1: ok\nP2: ok', '1 2 3 4', 'xyzzy plugh frobozz '.repeat(20)])(
    'is not guessed from %j',
    (text) => {
      expect(guessLanguage(text)).toBeNull();
    },
  );
});

describe('method', () => {
  const people = (...names: readonly string[]): { name: string; turns: number }[] =>
    names.map((name) => ({ name, turns: 3 }));

  it.each([
    ['Entrevista_07.docx', people('E', 'P07'), 'interview'],
    ['KII-03 notes.txt', [], 'interview'],
    ['Grupo focal 2.docx', people('Moderadora', 'P1'), 'focus-group'],
    ['FGD_women.txt', [], 'focus-group'],
    ['entretien 3.docx', people('Enquêtrice', 'Participante 07'), 'interview'],
    ['groupe de discussion.docx', [], 'focus-group'],
    ['notas de campo.txt', [], 'observation'],
    ['Final report.pdf', [], 'document'],
    ['a.txt', people('Moderadora', 'P1', 'P2'), 'focus-group'],
    ['a.txt', people('Interviewer', 'P1', 'P2'), 'interview'],
    ['a.txt', people('Ana', 'Li', 'Kofi', 'Rosa'), 'focus-group'],
    ['a.txt', people('id1', 'id2', 'id3'), 'focus-group'],
    ['a.txt', people('AvW', 'LD', 'EL', 'Luke Dashjr (LD)'), 'interview'],
    ['a.txt', [], 'document'],
  ] as const)('%s', (name, speakers, method) => {
    expect(guessMethod(name, speakers, 'txt')).toBe(method);
  });

  it('of tables and recordings', () => {
    expect(guessMethod('focus group.csv', [], 'csv')).toBe('questionnaire');
    expect(guessMethod('recording.vtt', [], 'vtt')).toBe('interview');
  });
});
