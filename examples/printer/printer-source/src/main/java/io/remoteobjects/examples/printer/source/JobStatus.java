package io.remoteobjects.examples.printer.source;

import java.util.List;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;

/**
 * What a printer says of a job.
 *
 * @param ended whether it will not print any more of it
 * @param ok whether it has printed all of it
 * @param detail what it says about that, for people
 */
record JobStatus(boolean ended, boolean ok, String detail) {

    private static final List<JobState> ENDS = List.of(JobState.completed, JobState.canceled, JobState.aborted);

    /** Of a job the printer no longer knows. */
    static JobStatus forgotten() {
        return new JobStatus(true, false, "The printer no longer knows this job; it may have been restarted.");
    }

    /** Reads the answer to Get-Job-Attributes. */
    static JobStatus from(IppPacket answer) {
        JobState state = answer.getValue(Tag.jobAttributes, Types.jobState);
        String message = answer.getString(Tag.jobAttributes, Types.jobStateMessage);
        List<String> reasons = answer.getStrings(Tag.jobAttributes, Types.jobStateReasons);
        String detail = message != null && !message.isBlank() ? message : String.join(", ", reasons);
        return new JobStatus(ENDS.contains(state), JobState.completed.equals(state), detail);
    }
}
