/** Back and forward restore place and selection; selecting alone is no step. */
import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import {
  goBack,
  goForward,
  openPlace,
  openView,
  resetNavigation,
  selectCoding,
  showCoding,
  showSource,
  useNavigation,
} from '#renderer/view-state/navigation.ts';

const here = () => useNavigation.getState().here;
const source = asId<'source'>('s1');
const coding = { id: asId<'coding'>('c1'), source, start: 3, end: 9 };

beforeEach(() => resetNavigation());

describe('navigation', () => {
  it('opens a coding in its text', () => {
    showCoding(coding);
    expect(here()).toMatchObject({ place: 'coding', source, coding: 'c1', extent: { start: 3, end: 9 } });
  });

  it('walks back to what was selected, and forward again', () => {
    openPlace('matrix');
    showCoding(coding);
    selectCoding(null);
    goBack();
    expect(here()).toMatchObject({ place: 'matrix', source: null });
    goForward();
    expect(here()).toMatchObject({ place: 'coding', source, coding: null });
  });

  it('comes back to the view of a place that was last in hand', () => {
    openView('team', 'agreement');
    openPlace('matrix');
    openPlace('team');
    expect(here()).toMatchObject({ place: 'team', views: { team: 'agreement' } });
    openView('team', 'people');
    goBack();
    expect(here().views.team).toBe('agreement');
  });

  it('forgets the way forward with the next step', () => {
    openPlace('matrix');
    goBack();
    showSource(source);
    goForward();
    expect(here().place).toBe('coding');
  });

  it('takes no step to where one is, but shows a source again', () => {
    openPlace('sources');
    expect(useNavigation.getState().past).toHaveLength(0);
    showSource(source);
    const { jump } = useNavigation.getState();
    showSource(source);
    expect(useNavigation.getState().jump).toBe(jump + 1);
  });
});
