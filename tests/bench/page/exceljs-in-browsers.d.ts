/** exceljs ships its build for browsers without types of its own: they are those of the package. */
declare module 'exceljs/dist/exceljs.min.js' {
  import ExcelJS from 'exceljs';
  export default ExcelJS;
}
