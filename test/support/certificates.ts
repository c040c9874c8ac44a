import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Paths of PEM files. */
export interface Certificates {
  readonly ca: string;
  readonly serverCert: string;
  readonly serverKey: string;
  readonly clientCert: string;
  readonly clientKey: string;
  /** A client certificate that the authority has not signed. */
  readonly strangerCert: string;
  readonly strangerKey: string;
  readonly remove: () => void;
}

export function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** An authority for one test run, with a server for 127.0.0.1 and a client. Needs openssl. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'payex-usage-certs-'));
  const path = (name: string): string => join(folder, name);
  const openssl = (command: string, subject: readonly string[] = []): void => {
    execFileSync('openssl', [...command.split(' '), ...subject], { cwd: folder, stdio: 'ignore' });
  };
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes';
  const selfSigned = (name: string, subject: string): void =>
    openssl(`req -x509 ${newKey} -keyout ${name}.key -out ${name}.pem -days 2`, ['-subj', subject]);
  const signed = (name: string, subject: string, extensions: string): void => {
    writeFileSync(path(`${name}.ext`), extensions);
    openssl(`req ${newKey} -keyout ${name}.key -out ${name}.csr`, ['-subj', subject]);
    const authority = '-CA ca.pem -CAkey ca.key -CAcreateserial';
    openssl(`x509 -req -in ${name}.csr ${authority} -days 2 -extfile ${name}.ext -out ${name}.pem`);
  };
  selfSigned('ca', '/CN=Test authority');
  selfSigned('stranger', '/CN=Stranger');
  signed('server', '/CN=127.0.0.1', 'subjectAltName=IP:127.0.0.1\n');
  signed('client', '/CN=Test client', 'extendedKeyUsage=clientAuth\n');
  return {
    ca: path('ca.pem'),
    serverCert: path('server.pem'),
    serverKey: path('server.key'),
    clientCert: path('client.pem'),
    clientKey: path('client.key'),
    strangerCert: path('stranger.pem'),
    strangerKey: path('stranger.key'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
