/** The mark of the app: three views meet in one point. */
export function BrandMark() {
  return (
    <svg className="start__mark" viewBox="0 0 48 48" aria-hidden>
      <rect width="48" height="48" rx="11" fill="var(--accent)" />
      <path d="M24 11 39 37H9Z" fill="none" stroke="var(--accent-ink)" strokeWidth="2.5" strokeLinejoin="round" />
      <path d="M24 11v17M9 37l15-9 15 9" fill="none" stroke="var(--accent-ink)" strokeWidth="1.75" opacity="0.75" />
      <circle cx="24" cy="28" r="3.5" fill="var(--accent-ink)" />
    </svg>
  );
}
