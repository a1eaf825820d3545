"""Files for job sites as bytes: every value in CDATA with its characters as they are, as the job sites ask."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from jobboard.outputs.job_xml import XmlFile
from jobboard.source.text import printable


@dataclass(frozen=True, slots=True)
class JobXml:
    """Written a job at a time, so that thousands of them are never in memory together."""

    version: str = "job-xml-1"

    def express(self, view: XmlFile) -> bytes:
        from lxml import etree  # noqa: PLC0415 -- loaded only when such a file must be written

        buffer = BytesIO()
        with etree.xmlfile(buffer, encoding="UTF-8") as file:
            file.write_declaration()
            with file.element(view.root):
                file.write("\n")
                for name, text in view.head:
                    element = etree.Element(name)
                    element.text = printable(text)
                    file.write(element)
                    file.write("\n")
                for number, fields in view.jobs:
                    job = etree.Element("job", {view.attribute: number} if view.attribute else {})
                    job.text = "\n"
                    for name, text in fields:
                        element = etree.SubElement(job, name)
                        element.text = etree.CDATA(printable(text))
                        element.tail = "\n"
                    file.write(job)
                    file.write("\n")
        return buffer.getvalue() + b"\n"
