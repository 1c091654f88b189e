/** Dragging a code: onto another code it moves there, onto the text it codes what is selected. */
import type { DragEvent } from 'react';
import type { CodeId } from '#shared/domain/codebook/code.ts';

const CODE_TYPE = 'application/x-triangula-code';

/** Puts a code under the pointer. */
export function takeCode(event: DragEvent, code: CodeId): void {
  event.dataTransfer.setData(CODE_TYPE, code);
  event.dataTransfer.effectAllowed = 'copyMove';
}

/** Says whether it is a code that is dragged. */
export function isCodeDragged(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(CODE_TYPE);
}

/** The code that was dropped; null when it was something else. */
export function droppedCode(event: DragEvent): CodeId | null {
  const dragged = event.dataTransfer.getData(CODE_TYPE);
  return dragged === '' ? null : (dragged as CodeId);
}
