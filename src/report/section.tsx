import type { PageIndex } from './page-index.ts';

/** The anchor of a section; each story of a page with several has its own. */
export function sectionId({ story }: Pick<PageIndex, 'story'>, name: string): string {
  return story === null ? name : `${name}-${story}`;
}

/** A section of the page under its heading, or the same part of one story where the page has several. */
export function Section(props: { index: PageIndex; name: string; title: string; children?: unknown }) {
  const { index, title, children } = props;
  const id = sectionId(index, props.name);
  const heading = (
    <Heading index={index} level={2} id={`${id}-h`}>
      {title}
    </Heading>
  );
  // Hundreds of stories with eight regions each would drown whoever jumps from region to region.
  return index.story === null ? (
    <section id={id} aria-labelledby={`${id}-h`}>
      {heading}
      {children}
    </section>
  ) : (
    <div id={id} class="part">
      {heading}
      {children}
    </div>
  );
}

/** A heading; within a story of several it stands one level deeper. */
export function Heading(props: { index: PageIndex; level: 2 | 3; id?: string; children?: unknown }) {
  const { index, level, id, children } = props;
  const Tag = index.story === null ? (level === 2 ? 'h2' : 'h3') : level === 2 ? 'h3' : 'h4';
  return <Tag id={id}>{children}</Tag>;
}
