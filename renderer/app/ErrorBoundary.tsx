import { Component, type ReactNode } from 'react';

interface Props {
  /** Another value clears the error: a page that failed does not take the others with it. */
  place: string;
  fallback: ReactNode;
  children: ReactNode;
}

interface State {
  failedAt: string | null;
}

/** Shows something else where a page cannot be shown. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failedAt: null };

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.place });
  }

  static getDerivedStateFromProps({ place }: Props, { failedAt }: State): State | null {
    return failedAt !== null && failedAt !== place ? { failedAt: null } : null;
  }

  static getDerivedStateFromError(): Partial<State> {
    return { failedAt: '' };
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : this.props.fallback;
  }
}
