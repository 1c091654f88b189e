/** An empty place: says what it is for and offers the next step. */
import type { ReactNode } from 'react';
import { classNames } from '#renderer/ui/class-names.ts';
import './EmptyState.css';

export type EmptyStateProps = {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons for the next step. */
  readonly actions?: ReactNode;
  /** For a panel inside a place. */
  readonly isSmall?: boolean;
};

/** What stands where there is nothing yet. */
export function EmptyState({ icon, title, children, actions, isSmall }: EmptyStateProps) {
  return (
    <div className={classNames('ui-empty', isSmall && 'ui-empty--small')}>
      {icon !== undefined && (
        <div className="ui-empty__icon" aria-hidden>
          {icon}
        </div>
      )}
      <h2 className="ui-empty__title">{title}</h2>
      {children !== undefined && <div className="ui-empty__text">{children}</div>}
      {actions !== undefined && <div className="ui-empty__actions">{actions}</div>}
    </div>
  );
}
