import { AppShell, Container, Group, NavLink, Paper, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { ColourSchemeControl } from '../components/ColourSchemeControl.tsx';
import { LanguageControl } from '../components/LanguageControl.tsx';
import { groups } from './groups.ts';
import { reportJobs } from './samples/jobs.ts';
import { useGalleryTexts } from './texts.ts';

reportJobs();

/** Every shared component in its states, for developers of the window; opened by `?gallery` in the address. */
export default function Gallery() {
  const texts = useGalleryTexts();
  return (
    <AppShell navbar={{ width: 244, breakpoint: 0 }} layout="alt" padding={0}>
      <AppShell.Navbar p="md">
        <Stack h="100%">
          <ScrollArea flex={1}>
            <nav aria-label={texts.title}>
              {groups.map(({ name }) => (
                <NavLink key={name} href={`#${name}`} label={texts.groups[name]} />
              ))}
            </nav>
          </ScrollArea>
          <Group gap={4} wrap="nowrap" justify="space-between">
            <ColourSchemeControl />
            <LanguageControl />
          </Group>
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="main">
        <Container size={1440} px="xl" py="lg">
          <Stack gap="xl">
            <Stack gap={2}>
              <Title order={1}>{texts.title}</Title>
              <Text c="dimmed">{texts.description}</Text>
            </Stack>
            {groups.map(({ name, specimens }) => (
              <Stack key={name} id={name} gap="md">
                <Title order={2}>{texts.groups[name]}</Title>
                {Object.entries(specimens).map(([component, Specimen]) => (
                  <Paper key={component} withBorder p="lg">
                    <Title order={3} fz="md" ff="monospace" mb="md">
                      {component}
                    </Title>
                    <Stack gap="lg">
                      <Specimen />
                    </Stack>
                  </Paper>
                ))}
              </Stack>
            ))}
          </Stack>
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}
