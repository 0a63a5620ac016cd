// What `npm run dev` and its like need before their first program can start.
import { checkNode, installWhatIsMissing } from './install.mjs';

checkNode();
installWhatIsMissing();
