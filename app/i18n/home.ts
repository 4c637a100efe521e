/** The start page, and the pages that explain. */
export const home = {
  sv: {
    start: {
      title: "En väg in till arbete",
      lead: "Här möts arbetsplatser som har en plats att erbjuda och människor som vill prova, träna eller komma tillbaka.",
      find: {
        title: "Hitta en plats",
        text: "Se platser nära dig på karta och i lista. Du behöver inte logga in.",
        action: "Se platserna",
      },
      employer: {
        title: "Har du en arbetsplats?",
        text: "Två timmar om dagen räcker. Det tar fem minuter att berätta, utan konto.",
        action: "Erbjud en plats",
      },
      signIn: {
        title: "Redan med?",
        text: "Se dina förslag, svara och följ vad som händer.",
        action: "Logga in",
      },
      kinds: "Fyra sorters platser",
    },
    how: {
      title: "Så fungerar det",
      lead: "Fyra sorters platser. Orden betyder olika saker hos olika myndigheter. Så här använder vi dem.",
      steps: {
        title: "Steg för steg",
        1: "Du och din samordnare skriver ner vad som är viktigt för dig på jobbet.",
        2: "Ni ser vilka platser som passar, och varför.",
        3: "Du säger ja eller nej. Först då frågar vi arbetsgivaren, utan ditt namn.",
        4: "Ni träffas. Det är först då arbetsgivaren får veta vem du är.",
      },
    },
    employers: {
      title: "För arbetsgivare",
      lead: "Du behöver inget konto. Berätta om platsen på fem minuter, eller be samordnaren i din kommun lägga in den åt dig.",
      what: {
        title: "Vad kan jag erbjuda?",
        text: "Enkla uppgifter räcker långt. Det kan vara två timmar i veckan eller heltid. Du bestämmer vad som går att anpassa.",
      },
      expect: {
        title: "Vad förväntas av mig?",
        text: "En person som visar och finns att fråga. Du ansvarar för arbetsmiljön på platsen, precis som för andra.",
      },
      know: {
        title: "Vad får jag veta?",
        text: "Först vad personen klarar och behöver, utan namn. Aldrig diagnoser. Namnet får du när ni bestämt att träffas.",
      },
      notVacancy: "Det här är inte en ledig tjänst. Personen har sin ersättning från någon annan.",
      offer: "Erbjud en plats",
      signIn: "Jag har redan platser här: logga in",
    },
    privacy: {
      title: "Så skyddar vi dina uppgifter",
      lead: "Det som handlar om dig stannar hos dem som hjälper dig.",
      who: {
        title: "Vem ser vad?",
        text: "Din samordnare och coach ser det du berättat. En arbetsgivare ser bara vad du klarar och behöver, utan namn, och bara om du sagt ja.",
      },
      name: {
        title: "När får någon veta mitt namn?",
        text: "När ett besök är bokat. Då står det också på din sida att namnet lämnats ut.",
      },
      log: {
        title: "Vem har tittat?",
        text: "Varje gång någon läser eller ändrar dina uppgifter sparas det. Du ser listan på Min sida.",
      },
      withdraw: {
        title: "Kan jag ångra mig?",
        text: "Ja. Du tar tillbaka ditt samtycke med två tryck. Allt fungerar ändå.",
      },
    },
    accessibility: {
      title: "Tillgänglighet",
      lead: "Alla ska kunna använda Praktikkartan.",
      text: "Sidorna fungerar med tangentbord, med skärmläsare, på en liten telefon och utan JavaScript. Kartan är ett komplement: allt som finns på kartan finns också i listan.",
      tell: "Är det något som inte fungerar för dig? Berätta för din samordnare, så rättar vi det.",
    },
  },
  en: {
    start: {
      title: "A way in to work",
      lead: "Workplaces with a placement to offer meet people who want to try, practise or come back.",
      find: {
        title: "Find a placement",
        text: "See placements near you on a map and in a list. No need to sign in.",
        action: "See placements",
      },
      employer: {
        title: "Do you have a workplace?",
        text: "Two hours a day is enough. It takes five minutes to tell, without an account.",
        action: "Offer a placement",
      },
      signIn: {
        title: "Already here?",
        text: "See your proposals, answer and follow what happens.",
        action: "Sign in",
      },
      kinds: "Four kinds of placement",
    },
    how: {
      title: "How it works",
      lead: "Four kinds of placement. The words mean different things at different agencies. This is how we use them.",
      steps: {
        title: "Step by step",
        1: "You and your coordinator write down what matters to you at work.",
        2: "You see which placements fit, and why.",
        3: "You say yes or no. Only then do we ask the employer, without your name.",
        4: "You meet. Only then does the employer learn who you are.",
      },
    },
    employers: {
      title: "For employers",
      lead: "You need no account. Tell about the placement in five minutes, or ask the coordinator in your municipality to enter it for you.",
      what: {
        title: "What can I offer?",
        text: "Simple tasks go a long way. It can be two hours a week or full time. You decide what can be adapted.",
      },
      expect: {
        title: "What is expected of me?",
        text: "A person who shows and can be asked. You are responsible for the work environment, as for others.",
      },
      know: {
        title: "What will I know?",
        text: "First what the person manages and needs, without a name. Never diagnoses. You get the name when you have decided to meet.",
      },
      notVacancy: "This is not a vacancy. The person's income comes from somebody else.",
      offer: "Offer a placement",
      signIn: "I already have placements here: sign in",
    },
    privacy: {
      title: "How we protect your data",
      lead: "What is about you stays with those who help you.",
      who: {
        title: "Who sees what?",
        text: "Your coordinator and coach see what you have told. An employer sees only what you manage and need, without a name, and only if you said yes.",
      },
      name: {
        title: "When does somebody learn my name?",
        text: "When a visit is booked. Your page then says that the name has been given.",
      },
      log: {
        title: "Who has looked?",
        text: "Every time somebody reads or changes your data it is kept. You see the list on My page.",
      },
      withdraw: {
        title: "Can I change my mind?",
        text: "Yes. You take back your consent with two taps. Everything still works.",
      },
    },
    accessibility: {
      title: "Accessibility",
      lead: "Everybody shall be able to use Praktikkartan.",
      text: "The pages work with a keyboard, with a screen reader, on a small phone and without JavaScript. The map is an addition: all that is on the map is in the list too.",
      tell: "Does something not work for you? Tell your coordinator and we will mend it.",
    },
  },
} as const;
