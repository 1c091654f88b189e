/** Saturation: how many themes are known after each interview or focus group, and where new ones run dry. */
import { lazy, useMemo } from 'react';
import { measureSaturation } from '#shared/analysis/saturation.ts';
import { ChartFrame } from '#renderer/charts/ChartFrame.tsx';
import { useSavePicture } from '#renderer/features/charts/use-save-picture.ts';
import { useCodebook, useSession, useVersion } from '#renderer/data/hooks.ts';
import { showSource } from '#renderer/view-state/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useWords } from '#renderer/ui/words.ts';

const CurveChart = lazy(() =>
  import('#renderer/charts/CurveChart.tsx').then(({ CurveChart: component }) => ({ default: component })),
);

/** The chart. */
export function SaturationChart() {
  const words = useWords();
  const session = useSession();
  const codebook = useCodebook();
  const version = useVersion(['coding', 'source', 'code']);
  const picture = useSavePicture(words('charts.saturation.title'));
  const { talks, saturation } = useMemo(
    () => {
      const { project } = session;
      // In the order in which they were held; those without a date as they were imported.
      const held = project
        .all('source')
        .filter(({ method }) => method === 'interview' || method === 'focus-group')
        .map((source, place) => ({ source, place }))
        .sort((a, b) => a.source.date.localeCompare(b.source.date) || a.place - b.place)
        .map(({ source }) => source)
        .filter((source) => project.codingsOfSource(source.id).length > 0);
      const themes = held.map((source) =>
        [...new Set(project.codingsOfSource(source.id).map(({ code }) => code))].filter(
          (code) => codebook.byId.get(code)?.parent !== null,
        ),
      );
      return { talks: held, saturation: measureSaturation(themes) };
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [codebook, session, version],
  );
  return (
    <ChartFrame
      title={words('charts.saturation.title')}
      caption={words(saturation.reachedAt === null ? 'charts.saturation.notReached' : 'charts.saturation.reached', {
        at: saturation.reachedAt ?? '',
      })}
      {...picture}
      columns={[
        { id: 'talk', label: words('charts.saturation.talk') },
        { id: 'new', label: words('charts.saturation.new'), isNumber: true },
        { id: 'known', label: words('charts.saturation.known'), isNumber: true },
      ]}
      rows={talks.map((source, place) => ({
        id: source.id,
        cells: [
          <Button key="name" variant="quiet" onPress={() => showSource(source.id)}>
            {`${place + 1}. ${source.name}`}
          </Button>,
          String(saturation.newThemes[place] ?? 0),
          String(saturation.themes[place] ?? 0),
        ],
      }))}
    >
      <CurveChart
        data={talks.map((_, place) => ({
          step: place + 1,
          value: saturation.themes[place] ?? 0,
          added: saturation.newThemes[place] ?? 0,
        }))}
        reachedAt={saturation.reachedAt}
        names={{
          value: words('charts.saturation.known'),
          step: words('charts.saturation.talk'),
          reached: words('charts.saturation.mark'),
        }}
      />
    </ChartFrame>
  );
}
