/** What a place shows: its one view, or its views behind tabs. */
import { panels } from '#renderer/app/panels.ts';
import { PlaceBoundary } from '#renderer/app/PlaceBoundary.tsx';
import type { Place, PlaceView } from '#renderer/app/places.tsx';
import { openView, useNavigation } from '#renderer/view-state/navigation.ts';
import { PanelsContext } from '#renderer/view-state/panels.ts';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { useWords } from '#renderer/ui/words.ts';
import './PlaceViews.css';

/** A place with the view that is in hand. */
export function PlaceViews({ place }: { readonly place: Place }) {
  const words = useWords();
  const noted = useNavigation(({ here }) => here.views[place.id]);
  const [first] = place.views;
  if (!first) return null;
  if (place.views.length === 1) return <GuardedView view={first} />;
  const selected = place.views.some(({ id }) => id === noted) ? noted : first.id;
  return (
    <Tabs
      label={words(place.titleKey)}
      className="app-views"
      selected={selected ?? first.id}
      onChange={(id) => openView(place.id, id)}
      tabs={place.views.map((view) => ({
        id: view.id,
        label: words(view.titleKey),
        content: <GuardedView view={view} />,
      }))}
    />
  );
}

/** A mistake in a view stays in that view. */
function GuardedView({ view }: { readonly view: PlaceView }) {
  return (
    <PlaceBoundary>
      <PanelsContext value={panels}>
        <view.Component />
      </PanelsContext>
    </PlaceBoundary>
  );
}
