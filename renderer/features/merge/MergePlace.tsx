/** Merging: take over the work of colleagues, decide what two people did differently, hand over what is here. */
import { ConflictList } from '#renderer/features/merge/ConflictList.tsx';
import { HandOver } from '#renderer/features/merge/HandOver.tsx';
import { TakeOver } from '#renderer/features/merge/TakeOver.tsx';
import './MergePlace.css';

/** The view. */
export function MergePlace() {
  return (
    <div className="merge-place">
      <TakeOver />
      <ConflictList />
      <HandOver />
    </div>
  );
}
