/**
 * English first names and what their bearers are called for short, where the spelling does not show it ("Jim" of James).
 * One group a line; a short form may stand in several.
 */
const GROUPS = `
james jim jimmy jamie
william bill billy will willie liam
robert bob bobby rob robbie
richard rick dick richie ricky
john jack johnny jon
jonathan jon johnny
michael mike mick mickey
thomas tom tommy
joseph joe joey
david dave davey
stephen steven steve
christopher chris kit
daniel dan danny
matthew matt
anthony tony
edward ed eddie ted ned teddy
edmund ed ned
theodore ted teddy theo
charles charlie chuck
henry harry hank
lawrence laurence larry
gerald jerry gerry
jerome jerry
kenneth ken kenny
ronald ron ronnie
donald don donnie
raymond ray
andrew andy drew
alexander alex al sandy sasha
albert al bert
alan al
benjamin ben benny
samuel sam sammy
samantha sam
nicholas nick nicky
gregory greg
jeffrey geoffrey jeff geoff
peter pete
philip phillip phil
patrick pat paddy
patricia pat patty trish
timothy tim timmy
walter walt wally
frederick fred freddie
francis frank
franklin frank
leonard len leo
vincent vince
zachary zach zack
joshua josh
elizabeth liz beth betty lizzie eliza libby
katherine catherine kathryn kate kathy cathy katie
margaret maggie meg peggy
jennifer jen jenny
jessica jess jessie
susan sue suzy
rebecca becky becca
deborah debra deb debbie
barbara barb
victoria vicky tori
pamela pam
judith judy
cynthia cindy
christine christina chris tina
abigail abby
alexandra alex sandra sasha
`;

const groups = new Map<string, Set<number>>();
GROUPS.trim()
  .split('\n')
  .forEach((line, index) => {
    for (const name of line.split(' ')) {
      const known = groups.get(name);
      if (known) known.add(index);
      else groups.set(name, new Set([index]));
    }
  });

/** Whether one first name, as a key, is a short form of the other or of the same name. */
export function isShortFormOf(a: string, b: string): boolean {
  const ofA = groups.get(a);
  const ofB = ofA && groups.get(b);
  if (!ofA || !ofB) return false;
  for (const group of ofA) if (ofB.has(group)) return true;
  return false;
}
