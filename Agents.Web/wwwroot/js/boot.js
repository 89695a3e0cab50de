// One culture for everybody picks the one set of language rules that holds both of ours; the console then chooses by itself.
Blazor.start({ webAssembly: { applicationCulture: 'fr-FR' } })
