/**
 * Organisations that the world's news names without saying what they are: alliances, agencies of the United Nations, news
 * agencies and outlets, large companies, parties and armed groups. General knowledge of 2024, no story's; one a line would be
 * longer and no clearer.
 */
export const ORGANISATIONS: readonly string[] = lines(`
UN, U.N., United Nations, UN Security Council, Security Council, General Assembly, UNSC, UNESCO, UNICEF, UNHCR, UNRWA, WHO, World Health Organization
IAEA, International Atomic Energy Agency, IMF, International Monetary Fund, World Bank, WTO, World Trade Organization, ILO, WFP, World Food Programme
ICC, International Criminal Court, ICJ, International Court of Justice, Interpol, Europol, OPEC, OECD, OSCE, OPCW, ICRC, Red Cross, Red Crescent
NATO, EU, European Union, European Commission, European Council, European Parliament, European Central Bank, ECB, Council of Europe, African Union
Arab League, ASEAN, BRICS, G7, G8, G20, G-7, G-20, Mercosur, Ecowas, SADC, Commonwealth, Gulf Cooperation Council, GCC, SCO, CSTO, Eurasian Economic Union
FIFA, UEFA, IOC, International Olympic Committee, WADA, NBA, NFL, MLB, NHL, NCAA, FIA, Amnesty International, Human Rights Watch, Greenpeace, Oxfam, WWF
Médecins Sans Frontières, Doctors Without Borders, Reporters Without Borders, Transparency International, Save the Children, Bellingcat, WikiLeaks
Reuters, AP, Associated Press, AFP, Agence France-Presse, UPI, DPA, dpa, ANSA, EFE, Kyodo, Yonhap, Xinhua, TASS, Tass, RIA Novosti, Interfax, IRNA, ISNA
Tasnim, Fars, Mehr, Anadolu, Anadolu Agency, SANA, SPA, WAM, MENA, PTI, ANI, Bernama, Antara, KCNA, Ukrinform, Unian, Belta, Bloomberg, Dow Jones, Tanjug
BBC, CNN, NBC, ABC, CBS, CNBC, MSNBC, PBS, NPR, Fox News, Sky News, ITV, Channel 4, Al Jazeera, Al Arabiya, Al Mayadeen, Press TV, RT, Russia Today, Sputnik
CCTV, CGTN, Global Times, People's Daily, South China Morning Post, Times of India, Hindustan Times, Dawn, Haaretz, Jerusalem Post, Times of Israel
New York Times, Washington Post, Wall Street Journal, Los Angeles Times, USA Today, Politico, Axios, Guardian, Daily Telegraph, Daily Mail, Daily Mirror, Sun
Financial Times, Economist, Independent, Der Spiegel, Bild, Die Welt, Die Zeit, Süddeutsche Zeitung, Frankfurter Allgemeine Zeitung, Deutsche Welle, ARD, ZDF
Le Monde, Le Figaro, Libération, France 24, RFI, Radio Free Europe, RFE/RL, Voice of America, El País, El Mundo, Corriere della Sera, La Repubblica, RAI
Kommersant, Izvestia, Vedomosti, Novaya Gazeta, Meduza, Moscow Times, Kyiv Post, Kyiv Independent, Ukrainska Pravda, Newsweek, Time, Forbes, BuzzFeed, Vox
Breitbart, HuffPost, Huffington Post, Daily Beast, Vice, Vanity Fair, New Yorker, Atlantic, Intercept, ProPublica, Mashable, TechCrunch, Verge, Wired
Google, Alphabet, Apple, Microsoft, Amazon, Facebook, Meta, Twitter, YouTube, Instagram, WhatsApp, Telegram, TikTok, ByteDance, Reddit, LinkedIn, Snapchat
Yahoo, Netflix, Uber, Lyft, Airbnb, Tesla, SpaceX, Starlink, OpenAI, Nvidia, Intel, AMD, Qualcomm, Broadcom, IBM, Oracle, Cisco, Dell, HP, Adobe, PayPal
Samsung, LG, Sony, Panasonic, Toshiba, Hitachi, Huawei, ZTE, Xiaomi, Lenovo, Alibaba, Tencent, Baidu, SoftBank, Nokia, Ericsson, Siemens, Philips, SAP
Toyota, Honda, Nissan, Hyundai, Kia, Volkswagen, BMW, Mercedes-Benz, Daimler, Audi, Porsche, Renault, Peugeot, Fiat, Chrysler, Stellantis, Ford, General Motors
Boeing, Airbus, Lockheed Martin, Raytheon, Northrop Grumman, BAE Systems, Thales, Safran, Leonardo, Rheinmetall, Saab, Embraer, Bombardier, Baykar, Rosoboronexport
Exxon, ExxonMobil, Chevron, BP, Shell, Total, TotalEnergies, Eni, Equinor, Saudi Aramco, Gazprom, Rosneft, Lukoil, Rosatom, Petrobras, PetroChina, Sinopec
Pfizer, Moderna, AstraZeneca, BioNTech, Novartis, Roche, Sanofi, Bayer, Merck, Johnson & Johnson, GlaxoSmithKline, Walmart, Target, Costco, Ikea, Starbucks
McDonald's, Coca-Cola, PepsiCo, Nestlé, Unilever, Procter & Gamble, Disney, Warner Bros, Nike, Adidas, Visa, Mastercard, Goldman Sachs, JPMorgan, Morgan Stanley
Citigroup, Bank of America, Wells Fargo, HSBC, Barclays, Deutsche Bank, Credit Suisse, UBS, BNP Paribas, Santander, Lehman Brothers, Moody's, Fitch, Fed
Federal Reserve, Bank of England, Equifax, FedEx, UPS, DHL, Maersk, Lufthansa, Ryanair, EasyJet, Air France, British Airways, Emirates, Aeroflot, Turkish Airlines
FBI, CIA, NSA, DHS, TSA, FDA, CDC, EPA, FAA, FCC, SEC, IRS, NASA, NOAA, USGS, ICE, DEA, ATF, DOJ, Secret Service, Supreme Court, Pentagon, MI5, MI6, GCHQ
FSB, GRU, SVR, KGB, SBU, Mossad, Shin Bet, IDF, Israel Defense Forces, IRGC, Revolutionary Guards, Islamic Revolutionary Guard Corps, Quds Force, Basij, ISI
Wagner, Wagner Group, Azov, Scotland Yard, Metropolitan Police, Bundeswehr, Royal Navy, Royal Air Force, US Navy, US Army, Red Army, Roscosmos, ESA
Taliban, Al-Qaeda, al-Qaeda, al Qaeda, ISIS, ISIL, IS, Islamic State, Daesh, Hamas, Hezbollah, Houthi, Houthis, Islamic Jihad, Fatah, PLO, Palestinian Authority
Boko Haram, al-Shabaab, al Shabaab, FARC, ELN, PKK, YPG, Muslim Brotherhood, Likud, Labour, Labour Party, Conservative Party, Tory, Tories, Liberal Democrats
Democratic Party, Republican Party, GOP, Democrats, Republicans, SNP, Sinn Féin, DUP, UKIP, CDU, CSU, SPD, AfD, FDP, Greens, National Front, National Rally
Five Star Movement, Forza Italia, Podemos, PSOE, Syriza, AKP, CHP, HDP, BJP, Congress Party, Communist Party, Workers' Party, United Russia, Fidesz, PiS
Manchester United, Manchester City, Liverpool FC, Arsenal, Chelsea, Real Madrid, FC Barcelona, Bayern Munich, Juventus, AC Milan, Inter Milan, Ajax
`);

function lines(list: string): readonly string[] {
  return list
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
