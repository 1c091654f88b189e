/** WebVTT of Teams, Zoom and Whisper, and such as was made by hand. */
import { describe, expect, it } from 'vitest';
import { readText, talkOf, turnsOf } from '#tests/unit/formats/support.ts';

describe('vtt', () => {
  it('takes the words, not tags, times, numbers, notes or styles', async () => {
    const source = await readText(
      'WEBVTT - made by hand\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE a note\nover two lines\n\n1\n00:00:05.000 --> 00:00:07.000 position:10%\n<v Ana>Q&amp;A &lt;now&gt; <b>bold</b> <3</v>\n\n01:02:03.004 --> 01:02:04.000\n<v.loud Li Wei>Yes,\nI think so\n',
      'a.vtt',
    );
    expect(source.content.text).toBe('Q&A <now> bold <3\nYes, I think so');
    expect(talkOf(source)).toEqual([
      ['Ana', 'Q&A <now> bold <3'],
      ['Li Wei', 'Yes, I think so'],
    ]);
    expect(turnsOf(source).map((turn) => turn.timeMilliseconds)).toEqual([5_000, 3_723_004]);
  });

  it('reads names written in front of the words, and takes them off the text', async () => {
    const source = await readText(
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAna M. (UNDP): Before: nothing.\n\n2\n00:00:03.000 --> 00:00:04.000\nLi Wei – field office: Fine.\n\n3\n00:00:05.000 --> 00:00:06.000\nAna M. (UNDP): And\n\n4\n00:00:06.000 --> 00:00:07.000\nnow: a well.\n\n5\n00:00:08.000 --> 00:00:09.000\nLi Wei – field office: Good.\n',
      'a.vtt',
    );
    expect(source.content.text).toBe('Before: nothing.\nFine.\nAnd now: a well.\nGood.');
    expect(source.speakers).toEqual([
      { name: 'Ana M. (UNDP)', turns: 3 },
      { name: 'Li Wei – field office', turns: 2 },
    ]);
  });

  it('joins a sentence that runs over cues, with an anchor for each', async () => {
    const source = await readText(
      "WEBVTT\n\n00:00.380 --> 00:01.080\nC'est évident ce que\n\n00:01.080 --> 00:01.780\ndit Nicolas.\n\n00:02.000 --> 00:03.000\nAlors\n",
      'a.vtt',
    );
    expect(source.content.text).toBe("C'est évident ce que dit Nicolas.\nAlors");
    expect(turnsOf(source).map((turn) => [turn.start, turn.timeMilliseconds])).toEqual([
      [0, 380],
      [21, 1_080],
      [34, 2_000],
    ]);
    expect(source.speakers).toEqual([]);
  });

  it('keeps the words of cues whose times are no times, and says where', async () => {
    const source = await readText(
      'WEBVTT\n\n00:00:10,000 --> 00:00:12,000\nComma instead of dot\n\n-->\nno times\n\n00:00:20.000 --> 00:00:22.000\n- P1: dash\n- P2: two in one cue\n',
      'a.vtt',
    );
    expect(source.content.text.split('\n')).toEqual(['Comma instead of dot no times', 'dash', 'two in one cue']);
    expect(talkOf(source).map(([speaker]) => speaker)).toEqual([undefined, undefined, 'P1', 'P2']);
    expect(source.warnings).toEqual([{ code: 'unreadable-cues', values: { count: 1, firstLine: 6 } }]);
  });

  it('gives words without a voice to nobody', async () => {
    const source = await readText(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>One.</v>\n\n00:02.000 --> 00:03.000\nTwo.\n',
      'a.vtt',
    );
    expect(talkOf(source)).toEqual([
      ['A', 'One.'],
      [undefined, 'Two.'],
    ]);
  });
});
