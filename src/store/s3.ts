import { type _Object, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';

/** A part of a bucket: the objects whose keys begin with `prefix`. */
export interface Bucket {
  client: S3Client;
  name: string;
  /** Empty, or with a slash at its end. */
  prefix: string;
}

/** `s3://bucket/prefix?endpoint=http://minio:9000&region=us-east-1`; the credentials are where AWS's tools look for them. */
export const openBucket = (address: string): Bucket => {
  const url = new URL(address);
  const endpoint = url.searchParams.get('endpoint');
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  // Servers other than AWS's have no regions; the signature needs a word all the same.
  const region =
    url.searchParams.get('region') ?? process.env.AWS_REGION ?? (endpoint === null ? undefined : 'us-east-1');
  const client = new S3Client({
    ...(region !== undefined && { region }),
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
    // Some servers refuse checksums in a trailer.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { client, name: url.host, prefix: prefix === '' ? '' : `${prefix}/` };
};

export const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;

/** Nothing else than "there is none" may be taken for it. */
export const orNull = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error) => {
    if (statusOf(error) === 404) return null;
    throw error;
  });

/** All objects whose keys begin with `prefix`, in the order of the keys' bytes. */
export const objects = async function* (
  { client, name }: Bucket,
  prefix: string,
): AsyncGenerator<_Object & { Key: string }> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: name, Prefix: prefix, ContinuationToken: token }),
    );
    for (const object of page.Contents ?? []) if (object.Key !== undefined) yield { ...object, Key: object.Key };
    token = page.NextContinuationToken;
  } while (token !== undefined);
};
