import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  /** A changed value clears the error, so that one failed page does not block the others. */
  resetKey: string;
  fallback: ReactNode;
  children: ReactNode;
  /** Called with what the page threw and React's component stack. */
  onError(error: unknown, componentStack: string): void;
}

interface State {
  failedKey: string | null;
}

/** Shows a fallback if rendering a page throws. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failedKey: null };

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ failedKey: this.props.resetKey });
    this.props.onError(error, componentStack ?? '');
  }

  static getDerivedStateFromProps({ resetKey }: Props, { failedKey }: State): State | null {
    return failedKey !== null && failedKey !== resetKey ? { failedKey: null } : null;
  }

  static getDerivedStateFromError(): Partial<State> {
    return { failedKey: '' };
  }

  override render(): ReactNode {
    return this.state.failedKey === null ? this.props.children : this.props.fallback;
  }
}
