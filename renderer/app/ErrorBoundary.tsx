import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  /** When it changes, the error is cleared, so that one failed page does not block the others. */
  resetKey: string;
  fallback: ReactNode;
  children: ReactNode;
  /** Called with the error and React's component stack. */
  onError(error: unknown, componentStack: string): void;
}

interface State {
  failed: boolean;
  /** The `resetKey` that `failed` applies to. */
  key: string;
}

/** Shows a fallback if rendering a page throws. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, key: this.props.resetKey };

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.props.onError(error, componentStack ?? '');
  }

  /** Also runs after `getDerivedStateFromError`, whose state must outlast it. */
  static getDerivedStateFromProps({ resetKey }: Props, { key }: State): State | null {
    return key === resetKey ? null : { failed: false, key: resetKey };
  }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
