/** Faults of the file system as sentences for the user. */
import { InputError, type Sentence } from '../../base/errors.js';

const known: Readonly<Record<string, readonly [code: string, sentence: Sentence, remedy: Sentence]>> = {
  ENOENT: [
    'not-found',
    { zh: '找不到文件。', en: 'The file does not exist.' },
    { zh: '请检查路径和文件名是否写对。', en: 'Check the path and the file name.' },
  ],
  EACCES: [
    'no-permission',
    { zh: '没有权限打开。', en: 'Permission to open it is denied.' },
    { zh: '请检查访问权限，或确认文件没有被其他程序独占。', en: 'Check its permissions and that no other program holds it.' },
  ],
  EISDIR: [
    'is-a-folder',
    { zh: '这是文件夹，不是文件。', en: 'This is a folder, not a file.' },
    { zh: '请指定文件夹中的某个文件。', en: 'Name a file in it.' },
  ],
  ENOTDIR: ['not-found', { zh: '路径中有一段不是文件夹。', en: 'A part of the path is not a folder.' }, { zh: '请检查路径是否写对。', en: 'Check the path.' }],
  EEXIST: [
    'no-folder',
    { zh: '要建立文件夹的位置已有同名文件，没有写入。', en: 'A file stands where a folder is to be made; nothing was written.' },
    { zh: '请移走那个文件，或者换一个输出位置。', en: 'Move that file away, or choose another place for the output.' },
  ],
  ENAMETOOLONG: [
    'not-found',
    { zh: '路径太长，系统无法打开。', en: 'The path is too long for the system.' },
    { zh: '请缩短文件名或移到上层文件夹。', en: 'Shorten the name or move the file up.' },
  ],
  ENOSPC: [
    'no-space',
    { zh: '磁盘空间已满，无法写入。', en: 'The disk is full.' },
    { zh: '请清理磁盘后再试，原有文件没有改动。', en: 'Free some space and try again; nothing was changed.' },
  ],
  EPIPE: [
    'pipe-closed',
    { zh: '读取管道的程序已经退出，输出没有写完。', en: 'The program that read from the pipe has gone; the output is incomplete.' },
    { zh: '请让它读到结束，或者改为写入普通文件。', en: 'Let it read to the end, or write to a regular file.' },
  ],
};

const alike: Readonly<Record<string, string>> = { EPERM: 'EACCES', EBUSY: 'EACCES', EROFS: 'EACCES', ELOOP: 'ENOENT', ERR_INVALID_ARG_VALUE: 'ENOENT' };

/** Turns a fault of the file system into an `InputError`; anything else is handed back as it is. */
export function asInputError(fault: unknown): unknown {
  if (fault instanceof InputError || !(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') return fault;
  const entry = known[alike[fault.code] ?? fault.code];
  if (entry) return new InputError(...entry);
  if (!('syscall' in fault)) return fault;
  return new InputError(
    'unreadable',
    { zh: `系统无法读写（${fault.code}）。`, en: `The system cannot read or write it (${fault.code}).` },
    { zh: '请把文件复制到本机磁盘后再试。', en: 'Copy the file to a local disk and try again.' },
  );
}

/** The fault of a file to be written in a folder that is not there. */
export function noFolder(): InputError {
  return new InputError(
    'no-folder',
    { zh: '输出文件所在的文件夹不存在，没有写入。', en: 'The folder of the output does not exist; nothing was written.' },
    { zh: '请先建立文件夹，或者换一个位置。', en: 'Make the folder first, or choose another place.' },
  );
}

/** The fault of an output in the place of a file of the user's. */
export function notReplaced(): InputError {
  return new InputError(
    'not-replaced',
    { zh: '已有这个文件，没有覆盖。', en: 'This file exists and was not replaced.' },
    { zh: '请换一个输出文件名；确要覆盖的，加 --overwrite。', en: 'Choose another name for the output, or say --overwrite.' },
  );
}

/** The fault of an output whose name is a link to a file that is not there, or to itself. */
export function linkToNowhere(): InputError {
  return new InputError(
    'dangling-link',
    { zh: '输出文件名是一个失效的链接，没有写入。', en: 'The name of the output is a link that leads nowhere; nothing was written.' },
    { zh: '请删去这个链接，或者换一个输出文件名。', en: 'Remove the link, or choose another name.' },
  );
}

/** The fault of a path that leads nowhere. */
export function notFound(): InputError {
  return new InputError(...known['ENOENT']!);
}
