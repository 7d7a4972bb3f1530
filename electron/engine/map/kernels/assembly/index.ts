export { emptyLists, renumberLists } from './lists';
export { exactNeighbours, joinWork } from './join';
export { joinLeaves, splitSegments, startTree } from './trees';
export { copyLists, descend, reverseLists } from './descent';
export { sortByDistance } from './distances';
export { copyVectors } from './vectors';
