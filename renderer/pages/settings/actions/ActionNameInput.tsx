import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface ActionNameInputProps {
  label: string;
  /** Null shows the name in the data. */
  name: string | null;
  placeholder: string;
  disabled: boolean;
  onChange: (name: string | null) => void;
}

/** Field for the name of an action in one language; it takes effect when it is left or Enter is pressed. */
export function ActionNameInput({ label, name, placeholder, disabled, onChange }: ActionNameInputProps) {
  const [text, setText] = useState(name ?? '');
  const commit = () => {
    const entered = text.trim() || null;
    if (entered !== name) onChange(entered);
  };
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
      disabled={disabled}
      maxLength={100}
    />
  );
}
