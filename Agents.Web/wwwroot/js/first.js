// Before the first paint: the chosen theme, so that a dark screen never flashes white.
try { document.documentElement.dataset.theme = localStorage.getItem('supporthub.theme') ?? 'system' } catch { /* storage is forbidden: the system's theme */ }
try { document.documentElement.lang = localStorage.getItem('supporthub.language') ?? navigator.language.split('-')[0] } catch { /* as above */ }
