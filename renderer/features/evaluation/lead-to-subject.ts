/** Leads to what a gap is about. */
import { asId } from '#shared/basics/ids.ts';
import type { GapSubject } from '#shared/analysis/gaps/gap.ts';
import {
  openView,
  showChainItem,
  showCode,
  showFinding,
  showQuestion,
  showSource,
} from '#renderer/view-state/navigation.ts';

/** Opens the subject of a gap where it is mended. */
export function leadToSubject({ kind, id }: GapSubject): void {
  switch (kind) {
    case 'code':
      return showCode(asId(id));
    case 'question':
      return showQuestion(asId(id));
    case 'finding':
      return showFinding(asId(id));
    case 'conclusion':
    case 'recommendation':
      return showChainItem({ list: kind, id });
    case 'source':
      return showSource(asId(id));
    case 'planned-sample':
    case 'evaluation':
      return openView('evaluation', 'heard');
  }
}
