/** A mistake in one place stays in that place: the rest lives on, and what was done is saved. */
import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useWords } from '#renderer/ui/words.ts';

type Props = { readonly children: ReactNode };
type State = { readonly mistake: string | null };

/** Catches what goes wrong while its children are drawn. */
export class PlaceBoundary extends Component<Props, State> {
  override state: State = { mistake: null };

  static getDerivedStateFromError(error: unknown): State {
    return { mistake: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.mistake === null) return this.props.children;
    return <Stumbled mistake={this.state.mistake} onRetry={() => this.setState({ mistake: null })} />;
  }
}

function Stumbled({ mistake, onRetry }: { readonly mistake: string; readonly onRetry: () => void }) {
  const words = useWords();
  return (
    <EmptyState
      icon={<TriangleAlert />}
      title={words('shell.stumbled.title')}
      actions={
        <Button variant="primary" onPress={onRetry}>
          {words('shell.stumbled.retry')}
        </Button>
      }
    >
      <p>{words('shell.stumbled.text')}</p>
      <p>
        <code>{mistake}</code>
      </p>
    </EmptyState>
  );
}
